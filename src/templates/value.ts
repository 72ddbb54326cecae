import type { Span } from "../syntax/problem.js";
import type { LiteralNode, StringNode } from "./ast.js";

/**
 * What a value in a template is: `data` is what the template is given, `labels` are those of the alert and `label` the
 * text of one, `value` is made of the alert's value; `samples` are the result of a query, `sample-value` is made of the
 * value of one. Of `other` nothing is known.
 */
export type ValueKind =
  "data" | "labels" | "label" | "value" | "samples" | "sample" | "sample-labels" | "sample-value" | "other";

/** What is known of a value in a template. */
export interface TemplateValue {
  readonly kind: ValueKind;
  /** Where it comes from. */
  readonly span: Span;
  /** The first functions that it has passed, such as `humanize`. */
  readonly through: readonly string[];
  /** The text of which it is made. */
  readonly literal?: Literal;
  /** The number that it is. */
  readonly number?: LiteralNode;
}

/** A text in quotes; `isFormat` where `printf` replaces its verbs. */
export interface Literal {
  readonly node: StringNode;
  readonly isFormat: boolean;
}

/** A value of a kind that has passed no function. */
export function valueOf(kind: ValueKind, span: Span): TemplateValue {
  return { kind, span, through: [] };
}

/** Functions that say how two things compare, or count: what they return does not follow the value. */
const judging: ReadonlySet<string> = new Set(["eq", "ne", "lt", "le", "gt", "ge", "not", "match", "len"]);

/** How many functions are told, so that long pipelines stay cheap. */
const mostFunctions = 20;

/** What a function makes of its arguments, where nothing else is known of it: a text that follows a number that follows the value. */
export function madeOf(name: string, args: readonly TemplateValue[], span: Span): TemplateValue {
  const source = judging.has(name) ? undefined : args.find(({ kind }) => kind === "value" || kind === "sample-value");
  if (!source) return valueOf("other", span);
  return source.through.length < mostFunctions ? { ...source, through: [...source.through, name] } : source;
}
