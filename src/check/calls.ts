import { valueType } from "../analysis/value-type.js";
import { parseDuration } from "../promql/durations.js";
import type { PrometheusTarget } from "../promql/features.js";
import { functionInfo, functionNames, type FunctionInfo } from "../promql/functions.js";
import { parameterName } from "../promql/parameters.js";
import { typeInWords, type ValueType } from "../promql/value-types.js";
import type { Call, Expr } from "../syntax/ast.js";
import { inOneLine, shortened } from "../syntax/characters.js";
import { mending } from "../syntax/mistakes/mending.js";
import { ownMetric } from "../syntax/mistakes/own-metric.js";
import { print } from "../syntax/print.js";
import type { Problem } from "../syntax/problem.js";
import { vectorSpan } from "../syntax/vector-span.js";
import type { Advice } from "./advice.js";
import { areSwapped, argumentOfWrongType, swappedArguments, type WrongType } from "./arguments.js";

/** Whether a function exists, and has the arguments that it takes. */
export function* checkCall(call: Call, { version }: PrometheusTarget, advice?: Advice): Iterable<Problem> {
  if (call.name.variable) return;
  const info = functionInfo(call.name.text, version);
  if (!info) {
    yield { ...unknownFunction(call), ...advice?.unknownFunction(call) };
    return;
  }
  const count = wrongCount(call, info);
  if (count) {
    yield count;
    return;
  }
  if (call.name.text === "info") yield* checkInfo(call);
  if (areSwapped(call.args, info.args)) {
    yield swappedArguments(call.name.text, call.args, prometheusType(call, call.args[0], info.args[0] ?? "vector"));
    return;
  }
  for (const [index, arg] of call.args.entries()) {
    const wanted = info.args[Math.min(index, info.args.length - 1)];
    const got = valueType(arg);
    if (wanted && got !== wanted && got !== "unknown") yield wrongArgument(call, arg, { wanted, got, advice });
  }
}

function unknownFunction({ name: { text, span } }: Call): Problem {
  return {
    code: "unknown-function",
    severity: "error",
    at: span,
    message: `Prometheus has no function \`${text}\``,
    prometheus: `unknown function with name ${JSON.stringify(text)}`,
  };
}

function wrongCount(call: Call, info: FunctionInfo): Problem | undefined {
  const { text } = call.name;
  const min = info.min ?? info.args.length;
  const max = info.max ?? info.args.length;
  const got = call.args.length;
  if (got >= min && got <= max) return undefined;
  const [wording, limit] =
    min === max ? ["expected", min] : got < min ? ["expected at least", min] : ["expected at most", max];
  return {
    code: "wrong-argument-count",
    severity: "error",
    at: call.span,
    message: `\`${text}()\` takes ${counts(min, max)}, and gets ${got === 0 ? "none" : got}`,
    ...wayToWrite(call, info),
    prometheus: `${wording} ${limit} argument(s) in call to ${JSON.stringify(text)}, got ${got}`,
  };
}

function counts(min: number, max: number): string {
  if (min === max) return min === 0 ? "no arguments" : min === 1 ? "one argument" : `${min} arguments`;
  if (max === Infinity) return min === 1 ? "at least one argument" : `at least ${min} arguments`;
  return min === 0 ? "at most one argument" : `${min} to ${max} arguments`;
}

/** The call as it may be written: with its own arguments, where they are of the right type. */
function wayToWrite(call: Call, info: FunctionInfo): Pick<Problem, "help" | "fixes"> {
  const range = rangeAsArgument(call, info);
  if (range) return range;
  const left = [...call.args];
  const args = info.args.map((wanted, index) => {
    const place = left.findIndex((arg) => valueType(arg) === wanted);
    const [arg] = place === -1 ? [] : left.splice(place, 1);
    return arg ? print(arg) : placeholder(call.name.text, index, wanted);
  });
  return { help: `write \`${inOneLine(`${call.name.text}(${args.join(", ")})`)}\`` };
}

function placeholder(name: string, index: number, type: ValueType): string {
  const known = functionNames.find((each) => each === name);
  switch (type) {
    case "scalar":
      return "1";
    case "string":
      return `"${known ? parameterName(known, index) : "TEXT"}"`;
    case "vector":
      return "METRIC";
    case "matrix":
      return "METRIC[5m]";
  }
}

/** A range that is an argument of its own, as in `rate(up, 5m)`: it belongs to the selector, in brackets. */
function rangeAsArgument({ args }: Call, info: FunctionInfo): Pick<Problem, "help" | "fixes"> | undefined {
  const place = args.findIndex(isRange);
  const range = args[place];
  const others = args.filter((arg) => arg !== range);
  const selector = others[info.args.indexOf("matrix")];
  if (!range || others.length !== info.args.length || selector?.kind !== "VectorSelector") return undefined;
  const brackets = `[${range.kind === "StringLiteral" ? range.value : print(range)}]`;
  const at = vectorSpan(selector).to;
  const before = args[place - 1];
  const after = args[place + 1];
  const removed = { from: before?.span.to ?? range.span.from, to: before ? range.span.to : (after?.span.from ?? 0) };
  const edits = [
    { from: at, to: at, insert: brackets },
    { ...removed, insert: "" },
  ];
  return mending("Put the range in brackets", edits);
}

/** Whether an argument is the length of a time: `5m`, `"5m"`. */
function isRange(arg: Expr): boolean {
  if (arg.kind === "StringLiteral") return typeof parseDuration(arg.value) === "number";
  return arg.kind === "NumberLiteral" && arg.duration;
}

function wrongArgument(call: Call, arg: Expr, wrong: Pick<WrongType, "wanted" | "got" | "advice">): Problem {
  return argumentOfWrongType(arg, {
    ...wrong,
    taker: `\`${call.name.text}()\``,
    call,
    prometheus: prometheusType(call, arg, wrong.wanted),
  });
}

function prometheusType({ name }: Call, arg: Expr, wanted: ValueType): string {
  const got = valueType(arg);
  const type = got === "unknown" ? got : typeInWords(got);
  return `expected type ${typeInWords(wanted)} in call to function ${JSON.stringify(name.text)}, got ${type}`;
}

/** The second argument of `info()` stands for labels, not for a result. */
function* checkInfo(call: Call): Iterable<Problem> {
  const labels = call.args[1];
  if (!labels || (labels.kind === "VectorSelector" && !labels.metric)) return;
  const selector = labels.kind === "VectorSelector";
  yield {
    code: "info-labels",
    severity: "error",
    at: labels.span,
    message: `\`info()\` takes label matchers in braces here, and gets \`${shortened(print(labels))}\``,
    help: `write only matchers: \`info(${ownMetric}, {version=~".+"})\``,
    prometheus: `expected label selectors only${selector ? ", got vector selector instead" : ""}`,
  };
}
