import type { PrometheusError } from "./error.js";

/** Why a server did not tell something, in a few words, since the server is named elsewhere. */
export function reasonOf({ kind, httpStatus, message, serverSays = message }: PrometheusError): string {
  const status = httpStatus === undefined ? "" : ` (HTTP ${httpStatus})`;
  switch (kind) {
    case "not-found":
      return `the server has no such page${status}`;
    case "unauthorized":
      return `access is refused${status}`;
    case "not-prometheus":
      return `the answer has another shape${status}`;
    case "unavailable":
      return `not available${status}`;
    case "timeout":
      return "no answer in time";
    case "cancelled":
      return "cancelled";
    case "too-large":
      return "the answer is too large";
    case "bad-url":
    case "bad-options":
    case "unreachable":
    case "untrusted-certificate":
    case "redirected":
      return message;
    case "bad-query":
    case "execution":
      return serverSays;
  }
}
