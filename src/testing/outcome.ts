/** A place in a file; line and column count from 1. */
export interface TestPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file of tests or of rules. */
export interface TestProblem {
  readonly at: TestPlace;
  readonly message: string;
  readonly help?: string;
}

/** A line of a comparison: what is expected and missing, what came unexpectedly, or both. */
export interface DifferenceLine {
  readonly kind: "missing" | "unexpected" | "same";
  readonly text: string;
}

/** What came of one expectation: `unsupported` where the engine cannot tell. */
export interface TestCase {
  readonly at: TestPlace;
  /** The test to which it belongs. */
  readonly test: string;
  /** What is expected, such as `alert Down at 5m` or a query. */
  readonly subject: string;
  readonly status: "passed" | "failed" | "unsupported";
  /** Why it is not passed. */
  readonly message?: string;
  readonly help?: string;
  readonly difference?: readonly DifferenceLine[];
}

/** What came of a file of tests. */
export interface TestFileOutcome {
  readonly path: string;
  /** Why nothing, or not all, of it could be run. */
  readonly problems: readonly TestProblem[];
  /** What is odd, and fails nothing. */
  readonly warnings: readonly TestProblem[];
  readonly cases: readonly TestCase[];
}
