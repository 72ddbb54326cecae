import { functionInWords, isFunction } from "../../analysis/explain/functions.js";
import { valueType } from "../../analysis/value-type.js";
import { withoutParens } from "../../analysis/without-parens.js";
import { labelsInWords, printLabelList } from "../../analysis/words.js";
import { operatorInfo } from "../../promql/operators.js";
import { type Aggregation, assertNever, type Binary, type Call, type Expr } from "../../syntax/ast.js";
import { print } from "../../syntax/print.js";
import type { OneStep } from "./one-step.js";

/** Which step is missing, too many or turned round. */
export function stepWords(step: OneStep): string | undefined {
  switch (step.kind) {
    case "missing":
      return missingWords(step);
    case "superfluous":
      return superfluousWords(step);
    case "turned":
      return turnedWords(step);
  }
}

function turnedWords({ step }: OneStep): string | undefined {
  return step.kind === "Binary"
    ? `exchange the two sides of \`${step.op.text}\`; everything else is as wanted`
    : undefined;
}

function superfluousWords({ step, part }: OneStep): string | undefined {
  const name = aroundName(step, part);
  return name && `leave out ${name}: the rest is right`;
}

/** What stands around a part, by its name. */
function aroundName(step: Expr, part: Expr): string | undefined {
  switch (step.kind) {
    case "Aggregation":
      return `\`${aggregationHead(step)}\``;
    case "Call":
      return `\`${step.name.text}()\``;
    case "Binary":
      return part === withoutParens(step.left)
        ? `\`${step.op.text}\` and what follows it`
        : `\`${step.op.text}\` and what stands before it`;
    case "Unary":
      return `the sign \`${step.op.text}\``;
    case "Paren":
    case "Subquery":
    case "RangeSelector":
    case "VectorSelector":
    case "NumberLiteral":
    case "StringLiteral":
      return undefined;
    default:
      return assertNever(step);
  }
}

/** An aggregation without what it adds up: `sum by (job)`. */
export function aggregationHead({ op, grouping }: Aggregation): string {
  const labels = grouping?.labels.map(({ text }) => text);
  return labels ? `${op.text} ${grouping?.mode.text ?? ""} (${printLabelList(labels)})` : op.text;
}

/** What a missing step does. How it is called is not told. */
function missingWords({ step, part, isWhole }: OneStep): string | undefined {
  const what = stepInWords(step, part);
  const around = isWhole ? "your query" : partName(part);
  return what && `one step is missing around ${around}: ${what}; everything else is as wanted`;
}

/** Longer parts are not repeated. */
const longestPart = 60;

function partName(part: Expr): string {
  const written = print(part);
  return written.length > longestPart ? "a part of your query" : `\`${written}\``;
}

function stepInWords(step: Expr, part: Expr): string | undefined {
  switch (step.kind) {
    case "Call":
      return functionStep(step, part);
    case "Aggregation":
      return aggregationStep(step);
    case "Binary":
      return binaryStep(step, part);
    case "Unary":
      return "the opposite sign";
    case "Paren":
    case "Subquery":
    case "RangeSelector":
    case "VectorSelector":
    case "NumberLiteral":
    case "StringLiteral":
      return undefined;
    default:
      return assertNever(step);
  }
}

function functionStep({ name, args }: Call, part: Expr): string | undefined {
  if (!isFunction(name.text)) return undefined;
  const [sentence = ""] = functionInWords(name.text).split(/[,;]/);
  const isWithRange = args.some((arg) => withoutParens(arg).kind === "RangeSelector");
  const range = isWithRange && part.kind === "VectorSelector" ? "a range in brackets, and " : "";
  return `${range}a function that gives ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function aggregationStep({ grouping }: Aggregation): string {
  const labels = grouping?.labels ?? [];
  if (grouping?.mode.text === "without") return "an aggregation, which makes one series of several";
  return labels.length === 0
    ? "an aggregation, which makes one series of all"
    : `an aggregation, which makes one series of all that have the same ${labelsInWords(labels)}`;
}

function binaryStep({ op, left, right }: Binary, part: Expr): string {
  const other = part === withoutParens(left) ? right : left;
  const isNumber = valueType(other) === "scalar";
  switch (operatorInfo(op.text).class) {
    case "comparison":
      return "a comparison, which leaves out series";
    case "arithmetic":
      return `a calculation with ${isNumber ? "a number" : "other series"}`;
    case "set":
      return "an operator that looks for the same labels in other series";
    case "trim":
      return "an operator that leaves out buckets of histograms";
  }
}
