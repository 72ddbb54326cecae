/** A half-open range of UTF-16 offsets into a text: `text.slice(from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How bad a problem or finding is. Only an `error` makes the command exit with 1. */
export type Severity = "error" | "warning" | "info";

/** Replaces the text at a place by `insert`. For a query the place is a {@link Span} of its text. */
export type Edit<P = Span> = P & { readonly insert: string };

/**
 * What a fix may do to the result of a query:
 * `safe` never changes it, on any data; `review` may change it and is applied only on request;
 * `suggestion` is one of several meanings, offered and never applied by a flag.
 */
export type FixSafety = "safe" | "review" | "suggestion";

/** A repair as data: edits on the original text, none overlapping another. */
export interface Fix<P = Span> {
  /** An imperative, such as ``Use `deriv()` ``. */
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit<P>[];
}

/** A second place that a message points to: where the cause lies. */
export interface Because<P = Span> {
  readonly at: P;
  readonly message: string;
}

/** What there is to say of most nodes. */
export const noProblems: readonly Problem[] = [];

/** A reason for which a Prometheus server rejects the query. */
export interface Problem {
  /** Stable, in kebab case: `unknown-function`. */
  readonly code: string;
  readonly severity: Severity;
  /** The characters that are wrong; empty at the end of the text when something is missing there. */
  readonly at: Span;
  readonly message: string;
  /** What to do, an imperative. */
  readonly help?: string;
  readonly because?: readonly Because[];
  readonly fixes?: readonly Fix[];
  /** What Prometheus itself says, without its position. */
  readonly prometheus?: string;
  /** Set when a server reads the query, so that it loads a rule with it, and then fails each time it runs it. */
  readonly evaluation?: true;
}

/** How many mistakes are reported of one query; what follows the last one is not read. */
export const maxProblems = 100;
