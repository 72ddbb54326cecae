import { printLabelList } from "../words.js";
import type { Binary, Token } from "../../syntax/ast.js";
import { type Branch, labelOf, withFewerLabels, withLabels } from "./branch.js";
import { bothFacts, eitherFact, fact, isImpossible, type LabelFact, maybeRemoved } from "./label-fact.js";
import { isMatched, type MatchedLabels, namesOf } from "./matched-labels.js";
import { anyValue, noValue } from "../values/value-set.js";

/**
 * The labels of a result for two matched series. Without a group, `on` keeps only the labels that it lists and `ignoring`
 * removes those; with `group_left` the left side's labels stay, and those included are taken from the right.
 * Source: `resultMetric` in https://github.com/prometheus/prometheus/blob/main/promql/engine.go
 */
export function joinedLabels(
  node: Binary,
  left: Branch,
  right: Branch,
  matched: MatchedLabels,
  rename: (branch: Branch) => Branch,
): Branch {
  const group = node.matching?.group;
  const [many, one] = group?.side === "right" ? [right, left] : [left, right];
  const agreed = agreeing(many, one, matched, node.fill !== undefined);
  const result = rename(group ? agreed : restricted(agreed, matched, namesOf(left, right, matched)));
  if (!group) return result;
  const included = including(result, one, group.include, node.fill !== undefined);
  return node.bool ? rename(included) : included;
}

/** The labels of one side, with what the other one says of those that are equal. */
export function agreeing(branch: Branch, other: Branch, matched: MatchedLabels, filled = false): Branch {
  const both = filled ? eitherFact : bothFacts;
  const named = [...namesOf(branch, other, matched)].map((name): [string, LabelFact] => {
    const [a, b] = [labelOf(branch, name), labelOf(other, name)];
    if (isMatched(name, matched) === "yes") return [name, both(a, b)];
    return [name, filled ? maybeRemoved(a) : a];
  });
  const others = matched.others === "yes" ? both(branch.others, other.others) : branch.others;
  return withLabels(branch, new Map(named), others);
}

function restricted(branch: Branch, matched: MatchedLabels, names: ReadonlySet<string>): Branch {
  const { mode, listed, others, span } = matched;
  const hasVariable = others === "maybe";
  const list = printLabelList([...listed]);
  const cause = {
    why: mode === "on" ? `\`on (${list})\` keeps only the labels that it lists` : `\`ignoring (${list})\` removes it`,
    span,
  };
  const known = new Map(branch.labels);
  for (const name of names) {
    const before = labelOf(branch, name);
    const stays = listed.has(name) === (mode === "on");
    if (stays || isImpossible(before)) continue;
    known.set(name, mode === "on" && hasVariable ? maybeRemoved(before) : fact(noValue, cause));
  }
  const result = withLabels(branch, known, mode === "on" && !hasVariable ? fact(noValue, cause) : branch.others);
  return mode === "ignoring" && hasVariable ? withFewerLabels(result) : result;
}

/** `group_left` takes the labels that it lists from the other side, and removes those which that does not have. */
function including(branch: Branch, one: Branch, include: readonly Token[], filled: boolean): Branch {
  if (include.some(({ variable }) => variable)) {
    const why = "a Grafana variable stands for labels of the other side";
    return withLabels(branch, new Map(), fact(anyValue, { why, span: include[0]?.span ?? branch.span }));
  }
  const labels = new Map(branch.labels);
  for (const { text, span } of include) {
    const from = labelOf(one, text);
    const taken =
      from.presence === "possible"
        ? fact(from.values, { why: `\`${text}\` is taken from the other side`, span })
        : from;
    labels.set(text, filled ? maybeRemoved(taken) : taken);
  }
  return withLabels(branch, labels);
}
