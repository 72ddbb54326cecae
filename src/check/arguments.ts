import { valueType } from "../analysis/value-type.js";
import { parseDuration } from "../promql/durations.js";
import { isLegacyMetric } from "../promql/labels.js";
import { numberInWords } from "../promql/number-words.js";
import { typeInWords, type ValueType } from "../promql/value-types.js";
import type { Aggregation, Call, Expr } from "../syntax/ast.js";
import { mending } from "../syntax/mistakes/mending.js";
import { print } from "../syntax/print.js";
import type { Edit, Fix, Problem } from "../syntax/problem.js";
import { nodesOf } from "../syntax/walk.js";
import { vectorSpan } from "../syntax/vector-span.js";
import type { Advice } from "./advice.js";
import { insideOut, type InsideOut } from "./inside-out.js";
import { calculatedOutside, calculatedRange, rangeMovedIn } from "./range-inside.js";
import { wrap } from "./wrap.js";

/** An argument that its function or aggregation does not take. */
export interface WrongType {
  /** The function or aggregation, as a message names it. */
  readonly taker: string;
  readonly wanted: ValueType;
  readonly got: ValueType;
  readonly prometheus: string;
  /** The call of the function, where it is one. */
  readonly call?: Call;
  /** The aggregation, where it is one. */
  readonly aggregation?: Aggregation;
  readonly advice?: Advice | undefined;
}

/** Says which type is wanted, and how to make it from what is there. */
export function argumentOfWrongType(arg: Expr, wrong: WrongType): Problem {
  const { taker, wanted, got, prometheus } = wrong;
  return {
    code: "wrong-argument-type",
    severity: "error",
    at: arg.span,
    message: `${taker} takes ${withArticle(wanted)}, and gets ${withArticle(got)}`,
    prometheus,
    ...conversion(arg, wrong),
  };
}

/** Two arguments, each of the type that the other ought to have. */
export function swappedArguments(name: string, [first, second]: readonly [Expr, Expr], prometheus: string): Problem {
  const [one, other] = [valueType(second), valueType(first)];
  return {
    code: "swapped-arguments",
    severity: "error",
    at: { from: first.span.from, to: second.span.to },
    message: `\`${name}()\` takes ${described(one)} and then ${described(other)}, and gets them the other way round`,
    help: "exchange the two",
    fixes: [
      {
        title: "Exchange the arguments",
        safety: "safe",
        edits: [
          { from: first.span.from, to: first.span.to, insert: print(second) },
          { from: second.span.from, to: second.span.to, insert: print(first) },
        ],
      },
    ],
    prometheus,
  };
}

/** Whether two arguments have the types `wanted` in the wrong order. */
export function areSwapped(args: readonly Expr[], wanted: readonly ValueType[]): args is readonly [Expr, Expr] {
  const [first, second] = args;
  if (!first || !second || args.length !== 2 || wanted.length !== 2 || wanted[0] === wanted[1]) return false;
  return valueType(first) === wanted[1] && valueType(second) === wanted[0];
}

function described(type: ValueType | "unknown"): string {
  return type === "unknown" ? "a value" : withArticle(type);
}

/** `a range vector`. */
export function withArticle(type: ValueType): string {
  return `${type === "vector" ? "an" : "a"} ${typeInWords(type)}`;
}

function conversion(
  arg: Expr,
  { wanted, got, call, aggregation, advice }: WrongType,
): Pick<Problem, "help" | "fixes" | "prometheus"> {
  const turned = call && insideOut(call);
  if (turned) return aggregatedFirst(turned);
  const calculated = call && calculatedRange(call);
  if (calculated) return calculatedOutside(call, calculated);
  const named = got === "string" && wanted !== "scalar" ? quotedMetric(arg, wanted) : undefined;
  if (named) return named;
  const nested = call && wanted === "matrix" ? advice?.functionOfFunction(call, arg) : undefined;
  if (nested) return nested;
  if (wanted === "matrix" && got === "vector") return toMatrix(arg);
  if (wanted === "vector" && got === "matrix") {
    const moved = rangeMovedIn(arg) ?? (aggregation && advice?.aggregatedSamples(aggregation));
    return moved ?? advice?.toOneValue(arg) ?? {};
  }
  if (wanted === "vector" && got === "scalar")
    return { help: "`vector()` makes one of a number", fixes: [wrap(arg, "vector")] };
  if (wanted === "scalar" && got === "vector") {
    const digits = inDigits(arg);
    if (digits) return mending("Write the number in digits", digits);
    return { help: "`scalar()` takes the value of a single series", fixes: [wrap(arg, "scalar")] };
  }
  if (wanted === "scalar" && arg.kind === "StringLiteral" && isNumber(arg.value))
    return mending("Write the number without quotes", [{ ...arg.span, insert: arg.value.trim() }]);
  if (wanted === "string") return { help: "put it in quotes" };
  return {};
}

/** How to write the numbers in words, where an expression has no other names. */
function inDigits(arg: Expr): readonly Edit[] | undefined {
  const edits = nodesOf(arg, "VectorSelector").map(({ braces, metric }) => {
    const number = metric && !braces ? numberInWords(metric.text) : undefined;
    return metric && number !== undefined ? { ...metric.span, insert: number } : undefined;
  });
  const known = edits.filter((edit) => edit !== undefined);
  return known.length > 0 && known.length === edits.length ? known : undefined;
}

/** Whether a text is a number, or a duration. */
function isNumber(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== "" && (Number.isFinite(Number(trimmed)) || typeof parseDuration(trimmed) === "number");
}

/** The name of a metric in quotes. */
function quotedMetric(arg: Expr, wanted: ValueType): { help: string; fixes: readonly Fix[] } | undefined {
  if (arg.kind !== "StringLiteral" || wanted === "string" || !isLegacyMetric(arg.value)) return undefined;
  const insert = `${arg.value}${wanted === "matrix" ? "[5m]" : ""}`;
  return mending("Write the metric without quotes", [{ ...arg.span, insert }], "suggestion");
}

function aggregatedFirst({ call, aggregation, selector }: InsideOut): { help: string; fixes: readonly Fix[] } {
  const name = call.name.text;
  const isRange = selector.kind === "RangeSelector";
  const { to } = isRange ? selector.span : vectorSpan(selector);
  const range = isRange ? "" : "[5m]";
  const close: readonly Edit[] =
    to === selector.span.to
      ? [{ from: to, to, insert: `${range})` }]
      : [
          { from: to, to, insert: range },
          { from: selector.span.to, to: selector.span.to, insert: ")" },
        ];
  const edits = [
    { from: call.span.from, to: aggregation.span.from, insert: "" },
    { from: selector.span.from, to: selector.span.from, insert: `${name}(` },
    ...close,
    { from: aggregation.span.to, to: call.span.to, insert: "" },
  ];
  const first = mending(`Take the \`${name}()\` of each series first`, edits, isRange ? "safe" : "suggestion");
  return isRange ? first : { ...first, fixes: [...first.fixes, ...toMatrix(aggregation).fixes] };
}

function toMatrix(arg: Expr): { help: string; fixes: readonly Fix[] } {
  const simple = arg.kind === "VectorSelector";
  const at = simple ? vectorSpan(arg).to : arg.span.to;
  const insert = simple ? "[5m]" : "[5m:]";
  const fix: Fix = {
    title: simple ? "Select a range of 5 minutes" : "Evaluate it over a range of 5 minutes",
    safety: "suggestion",
    edits: needsParens(arg)
      ? [
          { from: arg.span.from, to: arg.span.from, insert: "(" },
          { from: at, to: at, insert: `)${insert}` },
        ]
      : [{ from: at, to: at, insert }],
  };
  const help = simple
    ? "select samples over a range with brackets after the selector: `[5m]`"
    : "move the function to the selector inside, or evaluate the expression over a range with a subquery: `[5m:]`";
  return { help, fixes: [fix] };
}

function needsParens({ kind }: Expr): boolean {
  return kind === "Binary" || kind === "Unary";
}
