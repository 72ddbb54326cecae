import { functionInfo } from "../../promql/functions.js";
import type { Expr, Grouping } from "../ast.js";
import type { Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import type { Edit, Span } from "../problem.js";
import { isForeignWord } from "./foreign-words.js";
import { groupedBehind } from "./grouped-call.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";
import { inGoWords, type Words } from "./parse-problems.js";

/** A grouping that stands where no aggregation takes it, from the end of what is before it. */
export interface Misplaced {
  /** What Prometheus stumbles over. */
  readonly found: Lexeme;
  readonly grouping: Grouping;
  readonly from: number;
}

/** `by` or `without` inside the parentheses of the aggregation `op`, instead of before or behind them. */
export function groupingInside(cursor: Cursor, { found, grouping, from }: Misplaced, op: Span): Words {
  const edits: readonly Edit[] = [
    { from: op.to, to: op.to, insert: ` ${written(cursor, grouping)} ` },
    { from, to: grouping.span.to, insert: "" },
  ];
  return { ...base(found, grouping), ...mending("Write it before the parentheses of the aggregation", edits) };
}

/** `by` or `without` behind an expression, which an aggregation would have to be put around. */
export function groupingBehind(cursor: Cursor, { found, grouping, from }: Misplaced, left: Expr | undefined): Words {
  const words = base(found, grouping);
  if (left?.kind === "Aggregation" && !left.grouping) {
    const edits = [{ from, to: grouping.span.to, insert: ` ${written(cursor, grouping)}` }];
    return { ...words, message: notAlone(found), ...mending(`Write \`${grouping.mode.text}\` alone`, edits) };
  }
  if (left?.kind === "Call" && grouping.labels.length > 0 && functionInfo(left.name.text))
    return { ...words, ...groupedBehind(cursor, left, grouping) };
  const general = `write it before or after the parentheses of \`sum\`, \`avg\`, \`max\` …: \`sum ${grouping.mode.text} (job) (${ownMetric})\``;
  const isWord = left?.kind === "VectorSelector" && !left.braces && isForeignWord(left.metric?.text ?? "");
  const isWhole =
    !isWord && grouping.labels.length > 0 && left && left.kind !== "Aggregation" && left.kind !== "RangeSelector";
  if (!isWhole) return { ...words, help: general };
  const head = `sum ${written(cursor, grouping)} (`;
  const edits = [
    { from: left.span.from, to: left.span.from, insert: head },
    { from: left.span.to, to: grouping.span.to, insert: ")" },
  ];
  return { ...words, ...mending("Put an aggregation around it, such as `sum`, `avg` or `max`", edits, "suggestion") };
}

function notAlone(found: Lexeme): string {
  return `\`${found.text}\` is an aggregation of its own, and stands behind another one`;
}

function base(found: Lexeme, { mode }: Grouping): Words {
  return {
    code: "misplaced-grouping",
    message: `only an aggregation takes \`${mode.text}\`, and none stands before it`,
    prometheus: `unexpected ${inGoWords(found)}`,
  };
}

/** With parentheses, also where they are missing. */
function written(cursor: Cursor, { span, mode, labels }: Grouping): string {
  const source = cursor.source(span);
  if (source.endsWith(")")) return source;
  return `${mode.text} (${labels.map((label) => cursor.source(label.span)).join(", ")})`;
}
