import type { FailureKind } from "./result.js";

/** Ends the evaluation of a query, which then has no result. It is caught where the evaluation began. */
export class EngineError extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
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
