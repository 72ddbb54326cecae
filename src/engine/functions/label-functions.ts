import { stringArgument } from "../../analysis/labels/string-argument.js";
import { metricName } from "../../promql/labels.js";
import { matchGroups } from "../../promql/regex.js";
import { expandReplacement } from "../../promql/replacement.js";
import type { Call, Expr } from "../../syntax/ast.js";
import { type Context, vectorOf } from "../context.js";
import { executionError } from "../error.js";
import { emptyGrid, type Grid, relabel, type Row } from "../grid.js";
import { labelValue, withLabel } from "../labels.js";

/**
 * `label_replace`: sets a label where a pattern matches the whole value of another.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#label_replace
 */
export function labelReplace({ args }: Call, context: Context): Grid {
  const [vector, ...texts] = args;
  const [target = "", replacement = "", source = "", pattern = ""] = texts.map(textOf);
  if (matchGroups(pattern, "") === "invalid") {
    throw executionError(`invalid regular expression in label_replace(): ${pattern}`);
  }
  checkLabelName(target, "destination", "label_replace");
  const results = new Map<string, string | undefined>();
  const replaced = (value: string) => {
    if (results.has(value)) return results.get(value);
    holdText(context, replacement.length + value.length * (replacement.split("$").length - 1));
    const groups = matchGroups(pattern, value);
    const result = groups === undefined || groups === "invalid" ? undefined : expandReplacement(replacement, groups);
    results.set(value, result);
    return result;
  };
  return relabel(vector ? vectorOf(vector, context) : emptyGrid, context.steps.count, (row) => {
    const value = replaced(labelValue(row.labels, source));
    return value === undefined ? row : withSetLabel(row, target, value, context);
  });
}

/**
 * `label_join`: sets a label to the values of others with a separator between them.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#label_join
 */
export function labelJoin({ args }: Call, context: Context): Grid {
  const [vector, ...texts] = args;
  const [target = "", separator = "", ...sources] = texts.map(textOf);
  for (const source of sources) checkLabelName(source, "source", "label_join");
  checkLabelName(target, "destination", "label_join");
  return relabel(vector ? vectorOf(vector, context) : emptyGrid, context.steps.count, (row) => {
    const values = sources.map((source) => labelValue(row.labels, source));
    holdText(
      context,
      values.reduce((length, value) => length + value.length + separator.length, 0),
    );
    return withSetLabel(row, target, values.join(separator), context);
  });
}

/** A name that is set again is not dropped. */
function withSetLabel({ labels, dropName }: Row, name: string, value: string, context: Context): Row {
  holdText(context, labels.key.length + value.length);
  return { labels: withLabel(labels, name, value), dropName: dropName && name !== metricName };
}

/** Labels may grow with each call. Eight characters count as a value. */
function holdText({ budget }: Context, length: number): void {
  budget.hold(Math.ceil(length / 8));
}

function textOf(arg: Expr): string {
  return stringArgument(arg)?.text ?? "";
}

function checkLabelName(name: string, which: "source" | "destination", of: string): void {
  if (name !== "" && !/\p{Surrogate}/u.test(name)) return;
  throw executionError(`invalid ${which} label name in ${of}(): ${name}`);
}
