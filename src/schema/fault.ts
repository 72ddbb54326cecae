/** What data has otherwise than its schema says. */
export interface Fault {
  /** The way to the value from the top. */
  readonly keys: readonly string[];
  /** Whether the last key itself is wrong, not its value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly help?: string;
}
