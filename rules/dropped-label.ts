import { labelOf, live } from "../src/analysis/labels/branch.js";
import { matchesEmptyText } from "../src/analysis/matchers/empty-pattern.js";
import { goneFrom } from "../src/analysis/labels/gone-label.js";
import { isImpossible } from "../src/analysis/labels/label-fact.js";
import { type Removers, removals, removersOf } from "../src/analysis/labels/label-removals.js";
import { labels } from "../src/analysis/labels/labels.js";
import { holding } from "../src/analysis/marks.js";
import { lostLe } from "../src/analysis/labels/lost-le.js";
import { matchConflict, matchesVectors } from "../src/analysis/labels/match-conflict.js";
import { stringArgument } from "../src/analysis/labels/string-argument.js";
import { defineRule, type Query } from "../src/lint/rule.js";
import type { Aggregation, Binary, Call, Expr, Token } from "../src/syntax/ast.js";
import { nodesOf } from "../src/syntax/walk.js";

export const droppedLabel = defineRule({
  id: "dropped-label",
  summary: "A label that an inner step has removed is not there to group, match or copy by",
  category: "labels",
  severity: "error",
  subject: "query",

  *check(query) {
    const { root } = query;
    const holdsRemover = removing.map((kind) => holding(root, kind, () => true));
    let removers: Removers | undefined;
    let missed: ReadonlySet<Token> | undefined;
    for (const { label, of, message } of usesIn(root)) {
      if (label.variable || label.text === "" || !holdsRemover.some((holds) => holds(of.span))) continue;

      const gone = goneFrom(of, label.text);
      if (!gone) continue;
      removers ??= removersOf(root);
      const because = removals(gone, label.text, removers);
      if (because.length === 0) continue;
      if (label.text === "le" && (missed ??= missedByQuantiles(query)).has(label)) continue;

      yield { at: label.span, message: message(), because };
    }
  },
});

/** The labels `le` within a function that finds no buckets without them, which another rule tells. */
function missedByQuantiles(query: Query): ReadonlySet<Token> {
  const missed = new Set<Token>();
  let end = 0;
  for (const call of nodesOf(query.root, "Call")) {
    if (call.span.from < end || !lostLe(call, query)) continue;
    end = call.span.to;
    for (const { grouping } of nodesOf(call, "Aggregation"))
      for (const label of grouping?.labels ?? []) missed.add(label);
  }
  return missed;
}

/** A label that a step needs, and the expression that is to have it. */
interface LabelUse {
  readonly label: Token;
  readonly of: Expr;
  readonly message: () => string;
}

function* usesIn(root: Expr): Iterable<LabelUse> {
  for (const aggregation of nodesOf(root, "Aggregation")) yield* usesOfAggregation(aggregation);
  for (const binary of nodesOf(root, "Binary")) yield* usesOfBinary(binary);
  for (const call of nodesOf(root, "Call")) yield* usesOfCall(call);
}

function* usesOfAggregation({ op, param, expr, grouping }: Aggregation): Iterable<LabelUse> {
  if (grouping?.mode.text !== "by") return;
  const counted = op.text === "count_values" ? stringArgument(param) : undefined;
  for (const label of grouping.labels) {
    if (counted && (counted.variable || counted.text === label.text)) continue;
    yield {
      label,
      of: expr,
      message: () => `\`${op.text} by\` finds no label \`${label.text}\`, so it does not tell groups apart`,
    };
  }
}

function* usesOfBinary(node: Binary): Iterable<LabelUse> {
  const { op, left, right, matching: given, fill } = node;
  if (given?.mode.text !== "on" || op.text === "or" || fill || !matchesVectors(node) || matchConflict(node)) return;

  for (const label of given.labels) {
    const isLeft = isGone(left, label.text);
    if (isLeft === isGone(right, label.text)) continue;
    const [lost, other] = isLeft ? ["left", "right"] : ["right", "left"];
    yield {
      label,
      of: isLeft ? left : right,
      message: () =>
        `the ${lost} side has lost \`${label.text}\`, so it matches only what has no \`${label.text}\` on the ${other} side`,
    };
  }
}

/** An empty pattern and a fixed replacement are a way of setting a label. */
function* usesOfCall({ name, args }: Call): Iterable<LabelUse> {
  if (name.text !== "label_join" && name.text !== "label_replace") return;
  const [of, , third, ...rest] = args;
  if (!of) return;
  const copied = name.text === "label_join" ? rest.map(stringArgument) : [copiedLabel(third, ...rest)];
  for (const label of copied) {
    if (!label) continue;
    const message = () => `\`${name.text}()\` finds no label \`${label.text}\`, so it has no value to copy`;
    yield { label, of, message };
  }
}

function copiedLabel(given: Expr | undefined, source?: Expr, regex?: Expr): Token | undefined {
  const [replacement, label, pattern] = [given, source, regex].map(stringArgument);
  if (!label || !pattern || pattern.variable || !replacement) return undefined;
  const isFixed = !replacement.text.includes("$") && matchesEmptyText(pattern.text);
  return isFixed || replacement.variable ? undefined : label;
}

function isGone(expr: Expr, label: string): boolean {
  return live(labels(expr)).every((branch) => isImpossible(labelOf(branch, label)));
}

/** What takes labels away; a string is an argument of `label_replace()`. Not a matcher, a number or `vector()`. */
const removing = ["Aggregation", "Binary", "StringLiteral"] as const;
