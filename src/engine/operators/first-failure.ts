import { executionError } from "../error.js";

/** Which errors a step may have, in the order in which Prometheus meets them. */
const ranks = { duplicate: 0, match: 1, labels: 2 } as const;

/** Keeps the error that evaluating step after step meets first, while series are evaluated one after another. */
export interface FirstFailure {
  readonly note: (step: number, rank: keyof typeof ranks, message: () => string) => void;
  /** Throws the error, where there is one. */
  readonly raise: () => void;
}

/** Starts without an error. */
export function firstFailure(): FirstFailure {
  let first: { readonly place: number; readonly message: () => string } | undefined;
  return {
    note(step, rank, message) {
      const place = step * 3 + ranks[rank];
      if (!first || place < first.place) first = { place, message };
    },
    raise() {
      if (first) throw executionError(first.message());
    },
  };
}
