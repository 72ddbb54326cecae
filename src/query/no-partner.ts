import { bothSelected } from "../analysis/both-selected.js";
import { isMatched, matchedLabels } from "../analysis/labels/matched-labels.js";
import { withoutParens } from "../analysis/without-parens.js";
import type { Labels } from "../prometheus/result.js";
import type { Binary } from "../syntax/ast.js";
import { inOneLine } from "../syntax/characters.js";
import type { EmptyCause } from "./empty-selector.js";
import type { Questions } from "./questions.js";

/** How the series of the two sides of an operator find each other. */
export interface Partners {
  /** How many series of each side have no partner. */
  readonly alone: { readonly left: number; readonly right: number };
  /** Labels in which those without a partner differ from every series of the other side. */
  readonly apart: readonly string[];
  /** Labels that every series of the left side has, and in which some agree with one of the right side. */
  readonly common: readonly string[];
}

/** Matches the series of the two sides of an operator by the labels that it compares. */
export function partnersOf(expr: Binary, left: readonly Labels[], right: readonly Labels[]): Partners {
  const matched = matchedLabels(expr);
  const all = new Set([...left, ...right].flatMap(Object.keys));
  const names = [...all].filter((name) => isMatched(name, matched) === "yes").sort();
  const aloneOf = (side: readonly Labels[], other: readonly Labels[]) => {
    const keyOf = (labels: Labels) => JSON.stringify(names.map((name) => labels[name] ?? ""));
    const keys = new Set(other.map(keyOf));
    return side.filter((labels) => !keys.has(keyOf(labels)));
  };
  const alone = { left: aloneOf(left, right), right: aloneOf(right, left) };
  const [lone, others] = alone.left.length > 0 ? [alone.left, right] : [alone.right, left];
  return {
    alone: { left: alone.left.length, right: alone.right.length },
    apart: lone.length > 0 ? names.filter((name) => !agree(name, lone, others)) : [],
    common: names.filter((name) => agree(name, left, right) && left.every((labels) => Object.hasOwn(labels, name))),
  };
}

/** Whether a series of one side has the same value of a label as one of the other. */
function agree(name: string, left: readonly Labels[], right: readonly Labels[]): boolean {
  const values = new Set(right.map((labels) => labels[name] ?? ""));
  return left.some((labels) => values.has(labels[name] ?? ""));
}

/** Why no series on the left of an operator has a partner on its right; nothing where one has. */
export async function whyNoPartner(expr: Binary, query: string, ask: Questions): Promise<EmptyCause | undefined> {
  const [left, right] = await Promise.all(
    [expr.left, expr.right].map(({ span }) => ask.labels(query.slice(span.from, span.to))),
  );
  if (!left || !right) return undefined;
  const { alone, apart, common } = partnersOf(expr, left, right);
  if (alone.left < left.length) return undefined;

  const why = apart.length > 0 ? `: they differ in ${labelsNamed(apart)}` : "";
  const both = bothSelected(expr, query);
  const help = both
    ? `${both.title.charAt(0).toLowerCase()}${both.title.slice(1)}: \`${inOneLine(both.query)}\``
    : common.length > 0
      ? matchingHelp(common, apart)
      : lackingHelp(expr, apart, { left, right });
  return {
    at: expr.op.span,
    message: `no series on the left of \`${expr.op.text}\` has a partner on the right${why}`,
    ...(help !== undefined && { help }),
  };
}

/** More labels than this are no help to read. */
const mostNamed = 4;

function matchingHelp(common: readonly string[], apart: readonly string[]): string {
  if (common.length <= mostNamed) return `match the labels that both have: \`on (${common.join(", ")})\``;
  return apart.length > 0 && apart.length <= mostNamed
    ? `leave out the labels in which they differ: \`ignoring (${apart.join(", ")})\``
    : `match labels that both have, such as \`on (${common.slice(0, mostNamed).join(", ")})\``;
}

/** That an aggregation on one side has left no label of those in which the two differ. */
function lackingHelp(
  expr: Binary,
  apart: readonly string[],
  series: { readonly left: readonly Labels[]; readonly right: readonly Labels[] },
): string | undefined {
  const side = (["left", "right"] as const).find((one) => {
    const lacks = series[one].every((labels) => apart.every((name) => !Object.hasOwn(labels, name)));
    return lacks && withoutParens(expr[one]).kind === "Aggregation";
  });
  if (!side || apart.length === 0) return undefined;
  return `keep ${labelsNamed(apart)} on the ${side} side as well, with \`by (${apart.join(", ")})\``;
}

/** Labels in a sentence. */
export function labelsNamed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
