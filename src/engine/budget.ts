import { EngineError } from "./error.js";

/** How much a query may take. */
export interface Limits {
  /** How many values may be in memory at once; 10 million without it. */
  readonly maxSamples?: number;
  /** How many steps a range query may have; 11,000 without it, as in Prometheus. */
  readonly maxPoints?: number;
  /** How many milliseconds of `clock` evaluation may take; 30,000 without it. */
  readonly timeout?: number;
  /** The time in milliseconds from any beginning; `Date.now` without it. */
  readonly clock?: () => number;
  /**
   * Calls the query off. Evaluation gives way to nothing else, so a signal counts that is aborted when it starts, or by
   * `clock`. What ends a query that takes too long is `timeout`.
   */
  readonly signal?: AbortSignal;
}

/** What a query has taken of its limits. */
export interface Budget {
  /** How many values are in memory. */
  readonly held: () => number;
  /** Counts values that are about to be in memory; throws where they are too many. */
  readonly hold: (values: number) => void;
  /** Forgets all but so many values. */
  readonly keep: (values: number) => void;
  /** Counts work, in values looked at; now and then looks at the clock and the signal, and throws. */
  readonly work: (values: number) => void;
}

/** How many values may be in memory at once where the caller does not say. */
const defaultMaxSamples = 10_000_000;

/** How many milliseconds a query may take where the caller does not say. */
const defaultTimeout = 30_000;

/** Starts with nothing taken. */
export function createBudget({
  maxSamples = defaultMaxSamples,
  timeout = defaultTimeout,
  clock = Date.now,
  signal,
}: Limits): Budget {
  const end = clock() + timeout;
  let held = 0;
  let unseen = checkEvery;

  function look(): void {
    unseen = 0;
    if (signal?.aborted) throw new EngineError("cancelled", "query was canceled in expression evaluation");
    if (clock() > end) {
      const message = `query timed out in expression evaluation: it took more than ${timeout} ms`;
      throw new EngineError("limit", `${message}. Select fewer series, a shorter range or a longer step`);
    }
  }

  return {
    held: () => held,
    hold(values) {
      held += values;
      if (held > maxSamples) {
        const message = "query processing would load too many samples into memory in expression evaluation";
        throw new EngineError("limit", `${message}: more than ${maxSamples}. Select fewer series or a shorter range`);
      }
    },
    keep: (values) => (held = values),
    work(values) {
      unseen += values;
      if (unseen >= checkEvery) look();
    },
  };
}

const checkEvery = 50_000;
