import { PrometheusError } from "./error.js";
import { excerpt } from "./printable.js";
import type { Server } from "./server.js";
import { isObject } from "./shape.js";

const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there; start the server, or check host and port",
  ENOTFOUND: "the host name is not known; check its spelling",
  EAI_AGAIN: "the host name could not be looked up; check the network's DNS",
  ECONNRESET: "the connection was cut; check the port, and whether it is https",
  EHOSTUNREACH: "no way leads there; check the address and the network",
  ENETUNREACH: "no way leads there; check the address and the network",
  EPROTO: "it does not speak TLS; try http://",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS; try http://",
  // All that a browser tells of a request that failed.
  ERR_NETWORK:
    "nothing answers there, its certificate is not trusted, or it lets no other page ask (CORS), which the browser does not tell apart; check host and port, and what the server allows",
};

/** What prometheus-query threw, a plain object with what axios threw as `original`, as our error. */
export function faultOf(thrown: unknown, server: Server, deadline: AbortSignal): unknown {
  const fault = isObject(thrown) ? thrown : {};
  if (fault["original"] instanceof PrometheusError) return fault["original"];
  if (fault["status"] !== "error") return thrown;

  const text = typeof fault["error"] === "string" ? fault["error"] : "";
  const given = typeof fault["code"] === "string" ? fault["code"] : "";
  // So axios calls a connection that is cut within an answer.
  const code = text === "stream has been aborted" || text === "aborted" ? "ECONNRESET" : given;
  const { address } = server;
  if (server.signal?.aborted) return cancelled(server);
  if (deadline.aborted || code === "ECONNABORTED" || code === "ETIMEDOUT") {
    const message = `${address} did not answer within ${server.timeout / 1000} s: check the address, or raise the timeout`;
    return new PrometheusError("timeout", message, { code });
  }
  if (code === "ERR_BAD_RESPONSE" && text.includes("maxContentLength")) return tooLarge(server, code);
  return tlsFault(code, namesIn(fault["original"]), address) ?? unreachable(code, server);
}

/** The error of an answer with more bytes than are read. */
export function tooLarge({ address, maxBytes }: Server, code?: string): PrometheusError {
  const most = maxBytes >= 2 ** 20 ? `${Math.floor(maxBytes / 2 ** 20)} MiB` : `${maxBytes} bytes`;
  const message = `${address} answers with more than ${most}: aggregate the query, or ask for less time`;
  return new PrometheusError("too-large", message, { code });
}

/** The error of a client whose signal has ended its requests. */
export function cancelled({ address }: Server): PrometheusError {
  return new PrometheusError("cancelled", `the request to ${address} was cancelled`);
}

function unreachable(code: string, { address, proxy, agent }: Server): PrometheusError {
  const whither = proxy ? `${address} through the proxy ${proxy.shown}` : address;
  // So some servers refuse a client certificate.
  const help =
    code === "ECONNRESET" && agent?.options.cert
      ? "the connection was cut; check the client certificate"
      : (Object.hasOwn(advice, code) && advice[code]) || "check the address and the network";
  const message = `cannot reach ${whither}${code && ` (${code})`}: ${help}`;
  return new PrometheusError("unreachable", message, { code });
}

/** What TLS has against the server's certificate, or the server against the client's. */
function tlsFault(code: string, names: string, address: string): PrometheusError | undefined {
  if (code.includes("CERTIFICATE_REQUIRED") || code.includes("ALERT_HANDSHAKE_FAILURE")) {
    const message = `${address} wants a client certificate (${code}): give one with its key`;
    return new PrometheusError("unauthorized", message, { code });
  }
  if (code.includes("ALERT_")) {
    const message = `${address} does not accept the connection (${code}): check the client certificate`;
    return new PrometheusError("unauthorized", message, { code });
  }
  const distrust = (why: string, help: string): PrometheusError =>
    new PrometheusError("untrusted-certificate", `the certificate of ${address} ${why}: ${help}`, { code });
  switch (code) {
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return distrust(
        `is for other names (${code}${names && `: ${excerpt(names, 200)}`})`,
        "take one of them as the host of the URL, or as the name of the server for TLS",
      );
    case "CERT_HAS_EXPIRED":
    case "CERT_NOT_YET_VALID":
      return distrust(`is not valid now (${code})`, "renew it, or set the clock of this machine");
    default:
      if (!code.includes("CERT") && code !== "UNABLE_TO_VERIFY_LEAF_SIGNATURE") return undefined;
      return distrust(`is not trusted (${code})`, "give the certificate of its authority");
  }
}

/** The names in the certificate that Node has refused; axios keeps Node's error as the cause of its own. */
function namesIn(original: unknown): string {
  const cause = original instanceof Error && isObject(original.cause) ? original.cause : {};
  const { cert } = cause;
  const names = isObject(cert) ? cert["subjectaltname"] : undefined;
  return typeof names === "string" ? names : "";
}
