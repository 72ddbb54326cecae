import { metricOf } from "../../analysis/selectors.js";
import { withoutParens } from "../../analysis/without-parens.js";
import { applyEdits } from "../../lint/fix.js";
import type { Binary, Expr } from "../../syntax/ast.js";
import type { Edit, Span } from "../../syntax/problem.js";
import { nodesOf } from "../../syntax/walk.js";
import { conditionOf } from "./condition-value.js";
import { metricsIn } from "./exercise-metrics.js";

/** A change that may make a query right, and what to say if it does. */
interface Repair {
  readonly edits: readonly Edit[];
  readonly help: string;
}

/** Queries that are tried for one that is wrong. */
const mostTried = 8;

/** Longer queries take long, and are not tried again. */
const longestTried = 500;

/** Longer parts are not repeated. */
const longest = 100;

/**
 * What one change makes a query right: other parentheses, another metric, a division. Each is tried with `isRight`, which may
 * reject.
 */
export async function repairHelp(
  query: string,
  own: Expr,
  answer: Expr,
  isRight: (query: string) => Promise<boolean>,
): Promise<string | undefined> {
  if (query.length > longestTried) return undefined;
  const repairs = [
    ...nodesOf(own, "Binary").flatMap((binary) => regroupings(binary, query)),
    ...otherMetrics(own, answer),
    ...divisions(own, answer),
  ];
  for (const { edits, help } of repairs.slice(0, mostTried)) {
    if (await isRight(applyEdits(query, edits))) return help;
  }
  return undefined;
}

/** The ways to compute another operator first than the one that goes first. */
function regroupings({ op, left, right }: Binary, query: string): readonly Repair[] {
  const repairs: Repair[] = [];
  if (right.kind === "Binary") {
    const span = { from: left.span.from, to: right.left.span.to };
    repairs.push(inParentheses(span, { first: right.op.text, second: op.text }, query));
  }
  if (left.kind === "Binary") {
    const span = { from: left.right.span.from, to: right.span.to };
    repairs.push(inParentheses(span, { first: left.op.text, second: op.text }, query));
  }
  for (const side of [left, right]) {
    const within = withoutParens(side);
    if (side.kind !== "Paren" || within.kind !== "Binary") continue;
    const { from, to } = side.span;
    repairs.push({
      edits: [
        { from, to: from + 1, insert: " " },
        { from: to - 1, to, insert: " " },
      ],
      help: `leave out the parentheses around ${quoted(query.slice(from + 1, to - 1))}: then it is right`,
    });
  }
  return repairs;
}

function inParentheses(
  { from, to }: Span,
  { first, second }: { readonly first: string; readonly second: string },
  query: string,
): Repair {
  return {
    edits: [
      { from, to: from, insert: "(" },
      { from: to, to, insert: ")" },
    ],
    help: `\`${first}\` is computed before \`${second}\` here: put ${quoted(query.slice(from, to))} in parentheses, and it is right`,
  };
}

function quoted(part: string): string {
  const text = part.trim();
  return text.length > longest || text.includes("\n") ? "what belongs together" : `\`${text}\``;
}

/** A metric of the answer that the query lacks, in the place of each that the answer lacks. */
function otherMetrics(own: Expr, answer: Expr): readonly Repair[] {
  const [ours, theirs] = [metricsIn(own), metricsIn(answer)];
  const lacking = [...new Set(theirs.filter((name) => !ours.includes(name)))];
  return [...new Set(ours.filter((name) => !theirs.includes(name)))].flatMap((wrong) => {
    const spans = nodesOf(own, "VectorSelector").flatMap((selector) => {
      const metric = metricOf(selector);
      return metric?.text === wrong ? [metric.span] : [];
    });
    return lacking.map((insert) => ({
      edits: spans.map((span) => ({ ...span, insert })),
      help: `\`${wrong}\` is not the metric for this; everything else is as wanted`,
    }));
  });
}

/** A query that is no condition, divided by what the answer divides by. */
function divisions(own: Expr, answer: Expr): readonly Repair[] {
  if (conditionOf(own)) return [];
  const divisors = nodesOf(answer, "Binary").flatMap(({ op, right }) => (op.text === "/" ? metricsIn(right) : []));
  const { from, to } = own.span;
  return [...new Set(divisors)].map((divisor) => ({
    edits: [
      { from, to: from, insert: "(" },
      { from: to, to, insert: `) / ${divisor}` },
    ],
    help: "this is an amount, and the goal asks for a part of a whole: divide it by the whole",
  }));
}
