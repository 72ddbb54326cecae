import { withoutParens } from "../analysis/without-parens.js";
import type { Aggregation, Call, Expr, StringLiteral } from "../syntax/ast.js";
import type { Problem } from "../syntax/problem.js";
import { holdsVariable } from "../syntax/scan.js";
import { checkPattern } from "./regex.js";

/** Literal arguments that Prometheus reads without complaint, and then fails on whenever the query runs. */
export function* checkCallLiterals(call: Call): Iterable<Problem> {
  switch (call.name.text) {
    case "label_replace":
      yield* checkLabelName(call.args[1], "destination", "label_replace");
      yield* checkReplacementPattern(call.args[4]);
      return;
    case "label_join":
      yield* checkLabelName(call.args[1], "destination", "label_join");
      for (const source of call.args.slice(3)) yield* checkLabelName(source, "source", "label_join");
      return;
    case "double_exponential_smoothing":
    case "holt_winters":
      yield* checkFactor(call.args[1], "smoothing", "sf");
      yield* checkFactor(call.args[2], "trend", "tf");
      return;
    default:
      yield* checkExtension(call);
  }
}

/** As {@link checkCallLiterals}, for the parameter of an aggregation. */
export function* checkAggregationLiterals({ op, param }: Aggregation): Iterable<Problem> {
  if (op.text === "count_values") yield* checkLabelName(param, "destination", "count_values");
  const value = param && numberOf(param);
  if (value === undefined || !Number.isNaN(value) || op.text === "quantile") return;
  yield failing(param, {
    message: `\`${op.text}()\` gets no number as its parameter`,
    help: "write a number",
    prometheus: op.text === "limit_ratio" ? "Ratio value is NaN" : "Parameter value is NaN",
  });
}

interface Words {
  readonly message: string;
  readonly help: string;
  readonly prometheus: string;
}

function failing(arg: Expr | undefined, words: Words): Problem {
  const at = arg?.span ?? { from: 0, to: 0 };
  return { code: "bad-argument", severity: "error", at, ...words, evaluation: true };
}

function* checkLabelName(arg: Expr | undefined, role: "source" | "destination", name: string): Iterable<Problem> {
  const literal = arg && stringOf(arg);
  if (literal?.value !== "") return;
  const prometheus = name === "count_values" ? 'invalid label name ""' : `invalid ${role} label name in ${name}(): `;
  yield failing(arg, {
    message: `the ${role} label of \`${name}()\` has no name`,
    help: "write the label",
    prometheus,
  });
}

function* checkReplacementPattern(arg: Expr | undefined): Iterable<Problem> {
  const literal = arg && stringOf(arg);
  const problem = literal && !holdsVariable(literal.text) ? checkPattern(literal.value, literal.span) : undefined;
  if (problem) yield { ...problem, evaluation: true };
}

function* checkFactor(arg: Expr | undefined, role: "smoothing" | "trend", short: "sf" | "tf"): Iterable<Problem> {
  const value = arg && numberOf(arg);
  if (value === undefined || (value > 0 && value < 1)) return;
  yield failing(arg, {
    message: `the ${role} factor lies outside of 0 to 1`,
    help: "write a number between 0 and 1, such as 0.5",
    prometheus: `invalid ${role} factor. Expected: 0 < ${short} < 1, got: ${value.toFixed(6)}`,
  });
}

const extensions = {
  anchored: ["changes", "delta", "increase", "rate", "resets"],
  smoothed: ["delta", "increase", "rate"],
} as const;

function* checkExtension({ name, args }: Call): Iterable<Problem> {
  for (const arg of args) {
    const word = arg.kind === "RangeSelector" ? arg.extension : undefined;
    if (!word) continue;
    const functions: readonly string[] = extensions[word.text];
    if (functions.includes(name.text)) continue;
    yield {
      code: "bad-argument",
      severity: "error",
      at: word.span,
      message: `\`${name.text}()\` does not read \`${word.text}\` ranges`,
      help: `use it with ${functions.map((name) => `\`${name}()\``).join(", ")}`,
      prometheus: `${word.text} modifier can only be used with: ${functions.join(", ")} - not with ${name.text}`,
      evaluation: true,
    };
  }
}

function stringOf(expr: Expr): StringLiteral | undefined {
  const inner = withoutParens(expr);
  return inner.kind === "StringLiteral" ? inner : undefined;
}

function numberOf(expr: Expr): number | undefined {
  const inner = withoutParens(expr);
  return inner.kind === "NumberLiteral" ? inner.value : undefined;
}
