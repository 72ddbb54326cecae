import type { Expr, Grouping } from "./ast.js";
import { inOneLine } from "./characters.js";
import type { Cursor } from "./cursor.js";
import type { Lexeme } from "./lex.js";
import { inGoWords, type Words } from "./parse-problems.js";
import type { Edit, Fix, Span } from "./problem.js";

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
  return {
    ...base(found, grouping),
    help: `write it before the parentheses: \`${cursor.source(op)} ${inOneLine(written(cursor, grouping))} (…)\``,
    fixes: [{ title: "Move it to the aggregation around it", safety: "safe", edits }],
  };
}

/** `by` or `without` behind an expression, which an aggregation would have to be put around. */
export function groupingBehind(cursor: Cursor, { found, grouping, from }: Misplaced, left: Expr | undefined): Words {
  const words = base(found, grouping);
  if (left?.kind === "Aggregation" && !left.grouping) {
    const edits = [{ from, to: grouping.span.to, insert: ` ${written(cursor, grouping)}` }];
    const help = `use \`${grouping.mode.text}\` alone`;
    return { ...words, message: notAlone(found), help, fixes: [{ title: "Remove `group`", safety: "safe", edits }] };
  }
  const general = `write it before or after the parentheses of \`sum\`, \`avg\`, \`max\` …: \`sum ${grouping.mode.text} (job) (up)\``;
  const isWhole = grouping.labels.length > 0 && left && left.kind !== "Aggregation" && left.kind !== "RangeSelector";
  if (!isWhole) return { ...words, help: general };
  const head = `sum ${written(cursor, grouping)} (`;
  const fix: Fix = {
    title: "Put a sum around it",
    safety: "suggestion",
    edits: [
      { from: left.span.from, to: left.span.from, insert: head },
      { from: left.span.to, to: grouping.span.to, insert: ")" },
    ],
  };
  const help = `put an aggregation such as \`sum\`, \`avg\` or \`max\` around it: \`${inOneLine(`${head}${cursor.source(left.span)})`)}\``;
  return { ...words, help, fixes: [fix] };
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
