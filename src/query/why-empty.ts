import { readsAbsence } from "../analysis/marks.js";
import { operands } from "../analysis/operands.js";
import { valueType } from "../analysis/value-type.js";
import { withoutParens } from "../analysis/without-parens.js";
import { operatorInfo } from "../promql/operators.js";
import { needsTwoSamples } from "../promql/two-samples.js";
import { quantityText } from "../results/quantity.js";
import { assertNever, type Binary, type Expr } from "../syntax/ast.js";
import { plural } from "../syntax/plural.js";
import { type EmptyCause, whyNothingSelected, whyTooFewSamples } from "./empty-selector.js";
import { type AskedServer, questionsTo, type Questions } from "./questions.js";
import { whyNoPartner } from "./no-partner.js";

export type { EmptyCause } from "./empty-selector.js";

/** How deep causes are looked for. */
const deepest = 20;

/**
 * Why a query that is accepted gives no series at a time, as far as its server can tell: the innermost part that gives
 * nothing, and the reason. Rejects with a `PrometheusError`.
 */
export async function whyEmpty(
  server: AskedServer,
  query: string,
  root: Expr,
  time: Date,
): Promise<readonly EmptyCause[]> {
  const ask = questionsTo(server, time);
  return causes(root, { query, ask }, deepest);
}

/** The text of the whole query, and whom to ask. */
interface Setting {
  readonly query: string;
  readonly ask: Questions;
}

async function causes(expr: Expr, setting: Setting, depth: number): Promise<readonly EmptyCause[]> {
  if (depth === 0) return [];
  const { query, ask } = setting;
  switch (expr.kind) {
    case "NumberLiteral":
    case "StringLiteral":
      return [];
    case "VectorSelector":
    case "RangeSelector":
      return [await whyNothingSelected(expr, query, ask)];
    case "Paren":
    case "Unary":
    case "Subquery":
      return causes(withoutParens(expr.expr), setting, depth - 1);
    case "Aggregation":
    case "Call":
      return causesOfOperands(expr, setting, depth);
    case "Binary":
      return causesOfBinary(expr, setting, depth);
    default:
      return assertNever(expr);
  }
}

/** The operands that have series, or would have. */
function vectorsOf(expr: Expr): readonly Expr[] {
  return operands(expr)
    .map(withoutParens)
    .filter((operand) => {
      const type = valueType(operand);
      return type === "vector" || type === "matrix";
    });
}

async function causesOfOperands(
  expr: Extract<Expr, { kind: "Aggregation" | "Call" }>,
  setting: Setting,
  depth: number,
): Promise<readonly EmptyCause[]> {
  for (const operand of vectorsOf(expr)) {
    const count = await countOf(operand, setting);
    if (count === 0 && !(expr.kind === "Call" && readsAbsence(expr))) return causes(operand, setting, depth - 1);
    if (count > 0) return [await whyNothingMade(expr, operand, count, setting)];
  }
  return [];
}

function countOf(expr: Expr, { query, ask }: Setting): Promise<number> {
  const text = query.slice(expr.span.from, expr.span.to);
  return ask.count(valueType(expr) === "matrix" ? `count_over_time(${text}\n)` : text);
}

/** Why an operation gives nothing for the series that it is given. */
async function whyNothingMade(
  expr: Extract<Expr, { kind: "Aggregation" | "Call" }>,
  operand: Expr,
  count: number,
  { query, ask }: Setting,
): Promise<EmptyCause> {
  const name = expr.kind === "Call" ? expr.name.text : expr.op.text;
  const given = plural(count, "series", "series");
  if (expr.kind === "Call") {
    if (readsAbsence(expr)) {
      return {
        at: expr.span,
        message: `\`${name}()\` gives nothing as long as there is a series: there ${count === 1 ? "is" : "are"} ${count}`,
      };
    }
    if (operand.kind === "RangeSelector" && needsTwoSamples(name)) {
      const cause = await whyTooFewSamples(operand, name, query, ask);
      if (cause) return cause;
    }
    if (name === "histogram_quantile" && (await hasNoBuckets(operand, query, ask))) {
      return {
        at: operand.span,
        message: `\`${name}()\` finds no buckets: ${given} without the label \`le\``,
        help: "keep it: add `le` to `by (…)`, and read the series that end in `_bucket`",
      };
    }
  }
  return { at: expr.span, message: `\`${name}\` gives nothing for ${given}` };
}

async function hasNoBuckets(operand: Expr, query: string, ask: Questions): Promise<boolean> {
  const labels = await ask.labels(query.slice(operand.span.from, operand.span.to));
  return labels.every((each) => !Object.hasOwn(each, "le"));
}

async function causesOfBinary(expr: Binary, setting: Setting, depth: number): Promise<readonly EmptyCause[]> {
  const [left, right] = [withoutParens(expr.left), withoutParens(expr.right)];
  const vectors = vectorsOf(expr);
  const [only] = vectors;
  if (vectors.length === 1 && only) {
    const count = await countOf(only, setting);
    return count === 0 ? causes(only, setting, depth - 1) : [await whyNoneFulfils(expr, only, count, setting)];
  }
  const counts = { left: await countOf(left, setting), right: await countOf(right, setting) };
  const operator = expr.op.text;
  if (operator === "or") {
    return [...(await causes(left, setting, depth - 1)), ...(await causes(right, setting, depth - 1))];
  }
  if (counts.left === 0 && !expr.fill?.left) return causes(left, setting, depth - 1);
  if (operator === "unless") {
    const all = plural(counts.left, "series", "series");
    return [
      { at: expr.op.span, message: `\`unless\` takes away all ${all} on its left: each has a partner on the right` },
    ];
  }
  if (counts.right === 0 && !expr.fill?.right) return causes(right, setting, depth - 1);
  const apart = await whyNoPartner(expr, setting.query, setting.ask);
  if (apart) return [apart];
  const message = `of the pairs that \`${operator}\` compares none fulfils it`;
  return [{ at: expr.op.span, message }];
}

/** No series passes a comparison with a number. */
async function whyNoneFulfils(expr: Binary, vector: Expr, count: number, { query, ask }: Setting): Promise<EmptyCause> {
  const text = query.slice(vector.span.from, vector.span.to);
  if (operatorInfo(expr.op.text).class !== "comparison") {
    return { at: expr.span, message: `\`${expr.op.text}\` gives nothing for ${plural(count, "series", "series")}` };
  }
  const [least, greatest] = [await ask.value(`min(${text}\n)`), await ask.value(`max(${text}\n)`)];
  const isLeft = vector.span.from < expr.op.span.from;
  const condition = isLeft
    ? query.slice(expr.op.span.from, expr.span.to)
    : query.slice(expr.span.from, expr.op.span.to);
  const none = count === 1 ? "the only series does not fulfil" : `none of ${count} series fulfils`;
  return {
    at: {
      from: Math.min(expr.op.span.from, isLeft ? expr.op.span.from : expr.span.from),
      to: isLeft ? expr.span.to : expr.op.span.to,
    },
    message: `${none} \`${condition.replace(/\s+/g, " ")}\`: ${valuesInWords(least, greatest, count)}`,
  };
}

function valuesInWords(least = NaN, greatest = NaN, count: number): string {
  const shown = (value: number) => quantityText(value, { factor: 1, suffix: "" });
  if (shown(least) === shown(greatest)) return `${count === 1 ? "it is" : "all are"} ${shown(least)}`;
  return `they are from ${shown(least)} to ${shown(greatest)}`;
}
