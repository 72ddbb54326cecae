import type { Span } from "../syntax/problem.js";
import type { ScalarStyle } from "./text-map.js";

/** A value of a YAML or JSON document. An alias is the node that it stands for, so that a node may stand in several places. */
export type Node = Mapping | List | Scalar;

/** A mapping as it is written: keys may repeat, `<<` is a key as others. */
export interface Mapping {
  readonly kind: "mapping";
  /** From the first key or brace; blanks and comments behind it may be part of it. */
  readonly span: Span;
  /** Whether it is written with braces. */
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

/** A key of a mapping, which may be any node, and its value. */
export interface Pair {
  readonly key: Node;
  /** `undefined` where none is written. */
  readonly value: Node | undefined;
}

/** A list, written with dashes or brackets. */
export interface List {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly Node[];
}

/** A text, number, truth value or null: what it is decides who reads it. */
export interface Scalar {
  readonly kind: "scalar";
  /** With quotes or the header of a block. */
  readonly span: Span;
  readonly style: ScalarStyle;
  /** What it decodes to. */
  readonly text: string;
  /** Whether a tag such as `!!str` says what it is. */
  readonly tagged: boolean;
}

/** A scalar without a tag. */
export function scalar(span: Span, style: ScalarStyle, text: string): Scalar {
  return { kind: "scalar", span, style, text, tagged: false };
}

/** A value that is not written: a null. */
export function emptyScalar(at: number): Scalar {
  return scalar({ from: at, to: at }, "plain", "");
}

/** Where a node stands; of a mapping or list that takes several lines, the first of them. */
export function nodeSpan(node: Node, text: string): Span {
  if (node.kind === "scalar") return node.span;
  const { from, to } = node.span;
  const shown = text.slice(from, Math.min(to, from + 200));
  return { from, to: from + (/^[^\r\n]*/.exec(shown)?.[0] ?? "").trimEnd().length };
}

/** Whether a node is null: written so, or empty. */
export function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && !node.tagged && nulls.has(node.text);
}

const nulls: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);
