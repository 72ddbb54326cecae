import type { Problem, Span } from "../syntax/problem.js";
import type { Literal } from "./value.js";

/** A label of the alert that a template reads. */
export interface LabelRead {
  readonly name: string;
  /** The name; in `index $labels "name"` with its quotes. */
  readonly span: Span;
  /** Whether an `if` or `with` around it, or it itself, asks whether the label is there. */
  readonly guarded: boolean;
}

/** A query that a template runs, where its text stands in the template. */
export type QueryRun = Literal;

/** A value that a template prints, where it changes from one evaluation to the next. */
export interface ValuePrinted {
  /** The alert's own, or that of a query. */
  readonly of: "alert" | "query";
  /** Where the value comes from, such as `$value`. */
  readonly span: Span;
  /** The first functions that it passes, such as `humanize`. */
  readonly through: readonly string[];
}

/** What a template does when it is run. */
export interface TemplateFacts {
  /** The labels of the alert that it reads, not those of query results. */
  readonly labels: readonly LabelRead[];
  readonly queries: readonly QueryRun[];
  readonly printed: readonly ValuePrinted[];
  /** Why it fails when it gets there: an error stands in the place of its text. */
  readonly failures: readonly Problem[];
}

/** Gathers what a template does. */
export interface Collected {
  readonly labels: LabelRead[];
  readonly queries: QueryRun[];
  readonly printed: ValuePrinted[];
  readonly failures: Problem[];
}

/** Adds a reason for which the template fails. */
export function failure(facts: Collected, { from, to }: Span, message: string, help?: string): void {
  const at = { from, to };
  facts.failures.push({ code: "template-failure", severity: "error", at, message, ...(help && { help }) });
}
