import { PrometheusError, type PrometheusErrorKind } from "./error.js";
import { excerpt, printable } from "./printable.js";
import { withoutCredentials } from "./server-url.js";
import { isObject, type JsonObject } from "./shape.js";

/** What came back over HTTP, unread. */
export interface HttpAnswer {
  /** The address of the server, free of credentials. */
  readonly server: string;
  /** The path of the endpoint, such as `/api/v1/query`. */
  readonly endpoint: string;
  readonly status: number;
  readonly body: string;
  readonly location?: string | undefined;
  /** The header `Retry-After`. */
  readonly retryAfter?: string | undefined;
}

/** The data of an answer, of no known shape, and its annotations. */
export interface ApiAnswer {
  readonly data: unknown;
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}

/** The data of a successful answer; throws a {@link PrometheusError} for every other. */
export function readAnswer(http: HttpAnswer): ApiAnswer {
  if (http.status >= 300 && http.status < 400) throw redirected(http);
  const envelope = parseObject(http.body);

  if (http.status === 401 || http.status === 403 || http.status === 407) throw unauthorized(http, envelope);
  if (envelope?.["status"] === "error") throw refused(http, envelope);
  if (envelope?.["status"] !== "success" || http.status >= 400) throw notTheApi(http);

  // Prometheus 2.53 sends its infos among the warnings.
  const annotations = [...texts(envelope["warnings"]), ...texts(envelope["infos"])];
  const isInfo = (text: string) => text.startsWith("PromQL info:");
  return {
    data: envelope["data"],
    warnings: annotations.filter((text) => !isInfo(text)),
    infos: annotations.filter(isInfo),
  };
}

function parseObject(body: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === "string") : [];
}

function redirected({ server, endpoint, status, location }: HttpAnswer): PrometheusError {
  const target = location && URL.canParse(location, server) ? new URL(location, server).href : undefined;
  const where = target ? ` to \`${withoutCredentials(target).replace(endpoint, "")}\`` : "";
  const message = `${server} redirects${where} (HTTP ${status}): give that URL, or the credentials that it asks for`;
  return new PrometheusError("redirected", message, { httpStatus: status });
}

function unauthorized(http: HttpAnswer, envelope: JsonObject | undefined): PrometheusError {
  const says = words(envelope?.["error"] ?? http.body);
  if (http.status === 407) {
    const message = `the proxy before ${http.server} refuses access (HTTP 407${says}): check its user and password`;
    return new PrometheusError("unauthorized", message, { httpStatus: http.status });
  }
  const message = `${http.server} refuses access (HTTP ${http.status}${says}): check the user and password or the token`;
  return new PrometheusError("unauthorized", message, { httpStatus: http.status });
}

/** https://github.com/prometheus/prometheus/blob/main/web/api/v1/api.go names the types of errors. */
const refusals: Readonly<Record<string, { readonly kind: PrometheusErrorKind; readonly what: string }>> = {
  bad_data: { kind: "bad-query", what: "rejects the query" },
  execution: { kind: "execution", what: "failed to run the query" },
  internal: { kind: "execution", what: "failed with an internal error" },
  timeout: { kind: "timeout", what: "ran out of its own time for the query" },
  canceled: { kind: "execution", what: "cancelled the query" },
  unavailable: { kind: "unavailable", what: "is not available" },
  not_found: { kind: "not-found", what: "does not find what was asked for" },
  not_acceptable: { kind: "not-prometheus", what: "does not answer in JSON" },
};

function refused({ server, status, retryAfter }: HttpAnswer, envelope: JsonObject): PrometheusError {
  const { errorType, error } = envelope;
  const known = typeof errorType === "string" && Object.hasOwn(refusals, errorType) ? refusals[errorType] : undefined;
  const { kind, what } = known ?? { kind: kindOfStatus(status), what: "answers with an error" };
  const serverSays = typeof error === "string" ? error : "";
  const message = `${server} ${what}: ${excerpt(serverSays || "it does not say why", 500)}`;
  return new PrometheusError(kind, message, { httpStatus: status, serverSays, retryAfter: secondsOf(retryAfter) });
}

function kindOfStatus(status: number): PrometheusErrorKind {
  if (status === 404) return "not-found";
  return status === 429 || status >= 500 ? "unavailable" : "execution";
}

function notTheApi(http: HttpAnswer): PrometheusError {
  const { server, endpoint, status } = http;
  const httpStatus = status;
  if (status === 404) {
    const message = `${server} has no ${endpoint} (HTTP 404): check the path, such as ${server}/prometheus`;
    return new PrometheusError("not-found", message, { httpStatus });
  }
  if (status === 501 || (status === 400 && http.body.includes("unsupported path requested"))) {
    const message = `${server} has no ${endpoint} (HTTP ${status}${words(http.body)})`;
    return new PrometheusError("not-found", message, { httpStatus });
  }
  if (status === 429 || status >= 500) {
    const retryAfter = secondsOf(http.retryAfter);
    const when = retryAfter === undefined ? "later" : `in ${retryAfter} s`;
    const message = `${server} is not available (HTTP ${status}${words(http.body)}): try again ${when}`;
    return new PrometheusError("unavailable", message, { httpStatus, retryAfter });
  }
  if (status === 400 && speaksTls.test(http.body)) {
    const message = `${server} speaks TLS: write \`${server.replace(/^http:/, "https:")}\``;
    return new PrometheusError("not-prometheus", message, { httpStatus });
  }
  const what = status < 400 ? kindOfBody(http.body) : `HTTP ${status}${words(http.body)}`;
  const message = `${server} does not speak Prometheus' API: it answers ${endpoint} with ${what}; check the address and the path`;
  return new PrometheusError("not-prometheus", message, { httpStatus });
}

/** So Go and nginx answer who speaks HTTP to them. */
const speaksTls = /HTTP request (?:to an HTTPS server|was sent to HTTPS port)/;

/** Seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function secondsOf(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(Math.ceil(seconds), 0);
}

function kindOfBody(body: string): string {
  const start = body.trimStart();
  if (start === "") return "nothing";
  if (start.startsWith("<")) return "an HTML page";
  return /^[[{]/.test(start) ? "other or broken JSON" : `the text "${excerpt(body, 60)}"`;
}

function words(body: unknown): string {
  if (typeof body !== "string" || body.trim() === "" || body.trimStart().startsWith("<")) return "";
  const line = body.trim().split(/\r?\n/, 1).join("");
  return `, "${excerpt(printable(line), 120)}"`;
}
