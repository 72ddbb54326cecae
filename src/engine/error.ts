/**
 * Why a query has no result: `query` for one that a server rejects, `execution` for one that cannot be evaluated over
 * this data, `limit` for one that would take too much, `cancelled` for one that was called off, `unsupported` for one
 * that meets a native histogram.
 */
export type EngineErrorKind = "query" | "execution" | "limit" | "cancelled" | "unsupported";

/** What keeps a query from a result, in Prometheus' words where it has some. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;

  constructor(kind: EngineErrorKind, message: string) {
    super(message);
    this.name = "EngineError";
    this.kind = kind;
  }
}

/** The error of a query that cannot be evaluated over this data. */
export function executionError(message: string): EngineError {
  return new EngineError("execution", message);
}

/** Two series of a vector have the same labels. */
export function sameLabelset(): EngineError {
  return executionError("vector cannot contain metrics with the same labelset");
}

/** A native histogram stands where a number is needed. */
export function nativeHistogram(name: string): EngineError {
  const which = name === "" ? "a native histogram" : `the native histogram \`${name}\``;
  return new EngineError("unsupported", `the query reads ${which}, which the embedded engine does not support`);
}
