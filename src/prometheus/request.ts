import type { PrometheusConnectionOptions, PrometheusDriver } from "prometheus-query";
import { type ApiAnswer, readAnswer } from "./answer.js";
import { withoutSecrets } from "./authorization.js";
import { PrometheusError } from "./error.js";
import { faultOf, tooLarge } from "./fault.js";
import { withRetries } from "./retry.js";
import type { Server } from "./server.js";

/** What the library cannot say of a request. */
export interface RequestDetails {
  /** Added to those that the library sends; `undefined` ones are not sent. */
  readonly parameters?: Readonly<Record<string, string | undefined>>;
  /** The path below `/api/v1/` in place of the library's. */
  readonly endpoint?: string;
}

/** Asks with one of the methods of prometheus-query, of whose result nothing is used. */
export type Request = (driver: PrometheusDriver) => Promise<unknown>;

/** Sends a request, again where that may help; throws a {@link PrometheusError} that holds no credentials. */
export async function ask(server: Server, request: Request, details: RequestDetails = {}): Promise<ApiAnswer> {
  try {
    return await withRetries(server, (deadline) => askByEitherMethod(server, request, details, deadline));
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    const { httpStatus, serverSays, code, retryAfter } = error;
    throw new PrometheusError(error.kind, withoutSecrets(error.message, server.secrets), {
      httpStatus,
      serverSays: serverSays && withoutSecrets(serverSays, server.secrets),
      code,
      retryAfter,
    });
  }
}

/** A proxy that lets nobody write refuses POST, as Kubernetes does for who may only `get`; then GET is tried. */
async function askByEitherMethod(
  server: Server,
  request: Request,
  details: RequestDetails,
  deadline: AbortSignal,
): Promise<ApiAnswer> {
  let used: string | undefined;
  const send = (method: Server["method"]): Promise<ApiAnswer> =>
    sendOnce({ ...server, method }, request, details, deadline, (sent) => (used = sent));
  try {
    return await send(server.method);
  } catch (error) {
    if (used !== "post" || !refusesMethod(error)) throw error;
    try {
      const answer = await send("GET");
      server.method = "GET";
      return answer;
    } catch (second) {
      if (!(second instanceof PrometheusError) || !aboutQuery.has(second.kind)) throw error;
      throw second;
    }
  }
}

function refusesMethod(error: unknown): boolean {
  return error instanceof PrometheusError && (error.httpStatus === 403 || error.httpStatus === 405);
}

/** Kinds of errors that only a server gives which has read the query. */
const aboutQuery: ReadonlySet<string> = new Set(["bad-query", "execution", "timeout", "cancelled", "too-large"]);

/**
 * One request. The library addresses and sends it; the answer is read here, since the library turns infinities into
 * `NaN`, fails on native histograms and drops warnings. `onMethod` is told `get` or `post`.
 */
async function sendOnce(
  server: Server,
  request: Request,
  details: RequestDetails,
  deadline: AbortSignal,
  onMethod: (method: string | undefined) => void,
): Promise<ApiAnswer> {
  const { PrometheusConnectionOptions, PrometheusDriver } = await import("prometheus-query");
  const answers: ApiAnswer[] = [];
  const overflow = new AbortController();
  const options = Object.assign(new PrometheusConnectionOptions(), {
    endpoint: server.address,
    headers: { ...server.headers },
    timeout: server.timeout,
    preferPost: server.method === "POST",
  });
  options.requestInterceptor = {
    onFulfilled(config) {
      onMethod(config.method);
      config.signal = AbortSignal.any([deadline, overflow.signal]);
      connectAs(config, server);
      limitSize(config, server.maxBytes, overflow);
      addDetails(config, details);
      return config;
    },
  };
  options.responseInterceptor = {
    onFulfilled(response) {
      answers.push(answerIn(response, server));
      const nothing = response.config.url === "series" ? [] : { resultType: "vector", result: [] };
      response.data = { status: "success", data: nothing };
      return response;
    },
  };

  try {
    await request(new PrometheusDriver(options));
  } catch (error) {
    throw overflow.signal.aborted ? tooLarge(server) : faultOf(error, server, deadline);
  }
  const [answer] = answers;
  if (!answer) throw new PrometheusError("unreachable", `${server.address} gave no answer`);
  return answer;
}

/** What the library's interceptors are given. */
type Intercepted<Name extends "requestInterceptor" | "responseInterceptor"> = Parameters<
  NonNullable<PrometheusConnectionOptions[Name]>["onFulfilled"]
>[0];
type Sent = Intercepted<"requestInterceptor">;
type Received = Intercepted<"responseInterceptor">;

function connectAs(config: Sent, { proxy, agent }: Server): void {
  // Without one, axios would look for a proxy itself, otherwise than proxyFor.
  config.proxy = proxy ? { ...proxy } : false;
  if (agent) config.httpsAgent = agent;
  // A redirected POST loses its query, and a redirect may lead credentials elsewhere.
  config.maxRedirects = 0;
  config.validateStatus = () => true;
}

function limitSize(config: Sent, maxBytes: number, overflow: AbortController): void {
  config.maxContentLength = maxBytes;
  if (!("XMLHttpRequest" in globalThis)) return;
  // So axios sends in a browser, where it does not look at the length.
  config.onDownloadProgress = ({ loaded }) => {
    if (loaded > maxBytes) overflow.abort();
  };
}

function addDetails(config: Sent, { parameters = {}, endpoint }: RequestDetails): void {
  if (endpoint !== undefined) config.url = endpoint;
  config.transformResponse = (body: unknown) => body;
  if (!(config.params instanceof URLSearchParams)) return;
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) config.params.set(name, value);
}

function answerIn({ data, status, headers, config }: Received, server: Server): ApiAnswer {
  const body: unknown = data;
  return readAnswer({
    server: server.address,
    endpoint: `/api/v1/${config.url ?? ""}`,
    status,
    body: typeof body === "string" ? body : "",
    location: headerOf(headers["location"]),
    retryAfter: headerOf(headers["retry-after"]),
  });
}

function headerOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
