/** What could not be read of data. The rest is there. */
export interface LoadProblem {
  /** From 1; missing where the whole text is meant. */
  readonly line?: number;
  readonly message: string;
}
