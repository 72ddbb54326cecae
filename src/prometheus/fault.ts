import { PrometheusError } from "./error.js";
import type { Server } from "./request.js";
import { isObject } from "./shape.js";

/** Bytes of an answer that are refused. */
export const tooLong = 256 * 1024 * 1024;

const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there; start the server, or check host and port",
  ENOTFOUND: "the host name is not known; check its spelling",
  EAI_AGAIN: "the host name could not be looked up; check the network's DNS",
  ECONNRESET: "the connection was cut; check the port, and whether it is https",
  EHOSTUNREACH: "no way leads there; check the address and the network",
  ENETUNREACH: "no way leads there; check the address and the network",
  EPROTO: "it does not speak TLS; try http://",
  ERR_SSL_WRONG_VERSION_NUMBER: "it does not speak TLS; try http://",
};

/** What prometheus-query threw, a plain object with what axios threw as `original`, as our error. */
export function faultOf(thrown: unknown, server: Server, deadline: AbortSignal): unknown {
  const fault = isObject(thrown) ? thrown : {};
  if (fault["original"] instanceof PrometheusError) return fault["original"];
  if (fault["status"] !== "error") return thrown;

  const code = typeof fault["code"] === "string" ? fault["code"] : "";
  const { address } = server;
  if (server.signal?.aborted) return new PrometheusError("cancelled", `the request to ${address} was cancelled`);
  if (deadline.aborted || code === "ECONNABORTED" || code === "ETIMEDOUT") {
    const message = `${address} did not answer within ${server.timeout / 1000} s: check the address, or raise the timeout`;
    return new PrometheusError("timeout", message);
  }
  if (code === "ERR_BAD_RESPONSE" && String(fault["error"]).includes("maxContentLength")) {
    const message = `${address} answers with more than ${tooLong / 2 ** 20} MiB: aggregate the query, or ask for less time`;
    return new PrometheusError("too-large", message);
  }
  if (code.includes("CERT") || code === "UNABLE_TO_VERIFY_LEAF_SIGNATURE") {
    const message = `the certificate of ${address} is not trusted (${code}): name its authority in NODE_EXTRA_CA_CERTS`;
    return new PrometheusError("untrusted-certificate", message);
  }
  const help = (Object.hasOwn(advice, code) && advice[code]) || "check the address and the network";
  return new PrometheusError("unreachable", `cannot reach ${address}${code && ` (${code})`}: ${help}`);
}
