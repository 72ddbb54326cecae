import { PrometheusError, type PrometheusErrorKind } from "../../prometheus/error.js";
import { CommandError, exitStatus } from "../exit.js";

/** What went wrong with a server as the end of a command; anything else stays what it is. */
export function endedBy(error: unknown): unknown {
  if (!(error instanceof PrometheusError)) return error;
  const isWrongUse = error.kind === "bad-url" || error.kind === "bad-options";
  return new CommandError(isWrongUse ? exitStatus.usage : exitStatus.failure, error.message, helps[error.kind]);
}

const helps: Readonly<Partial<Record<PrometheusErrorKind, string>>> = {
  "untrusted-certificate": "`--tls-ca` names the file of its authority",
};
