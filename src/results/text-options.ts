import type { Colors } from "../report/colors.js";

/** How a result is written for people. */
export interface TextOptions {
  readonly colors: Colors;
  /** Columns that no line exceeds; at least 40. */
  readonly width: number;
  /** Rows of a table, or series of a chart; all, without it. */
  readonly limit?: number;
  /** How one gets to see what the limit leaves out, such as `--limit 0 shows all`. */
  readonly limitHelp?: string;
  /** Whether charts are drawn with ASCII characters. */
  readonly ascii?: boolean;
  /** Labels that are shown rather than others. */
  readonly preferred?: ReadonlySet<string>;
  /** In what the values are measured, such as `bytes`, where it is known. */
  readonly unit?: string | undefined;
}

/** Says that a limit leaves something out. */
export function leftOut(what: string, { limitHelp }: TextOptions): string {
  return `and ${what}${limitHelp === undefined ? "" : `: ${limitHelp}`}`;
}
