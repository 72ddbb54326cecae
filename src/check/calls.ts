import { valueType } from "../analysis/value-type.js";
import { aggregatorInfo, aggregatorNames, isAggregator, type AggregatorName } from "../promql/aggregators.js";
import type { PrometheusTarget } from "../promql/features.js";
import { functionInfo, functionNames, type FunctionInfo } from "../promql/functions.js";
import { typeInWords, type ValueType } from "../promql/value-types.js";
import type { Call, Expr } from "../syntax/ast.js";
import { shortened } from "../syntax/characters.js";
import { print } from "../syntax/print.js";
import type { Problem } from "../syntax/problem.js";
import { areSwapped, argumentOfWrongType, swappedArguments } from "./arguments.js";
import { nearest } from "../promql/spelling.js";

/** Whether a function exists, and has the arguments that it takes. */
export function* checkCall(call: Call, { version }: PrometheusTarget): Iterable<Problem> {
  if (call.name.variable) return;
  const info = functionInfo(call.name.text, version);
  if (!info) {
    yield unknownFunction(call);
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
    if (wanted) yield* checkArgument(call, arg, wanted);
  }
}

/** Functions of earlier versions, and of MetricsQL and LogQL, with what takes their place. */
const otherNames: Readonly<Record<string, string>> = {
  holt_winters: "`double_exponential_smoothing()` since Prometheus 3.0",
  count_scalar: "`scalar(count(…))`",
  drop_common_labels: "`sum without (…)`",
  if: "`and`, as in `a and b > 0`",
  coalesce: "`or`, as in `a or b`",
  default_rollup: "`last_over_time()`",
};

function unknownFunction(call: Call): Problem {
  const { text, span } = call.name;
  const instead = Object.hasOwn(otherNames, text) ? otherNames[text] : undefined;
  return {
    code: "unknown-function",
    severity: "error",
    at: span,
    message: `Prometheus has no function \`${text}\``,
    ...(instead ? { help: `use ${instead}` } : respelling(call)),
    prometheus: `unknown function with name ${JSON.stringify(text)}`,
  };
}

/** A single nearest name that takes these arguments is certain; otherwise it is only a guess. */
function respelling(call: Call): Pick<Problem, "help" | "fixes"> {
  const { text, span } = call.name;
  const names = [...functionNames, ...aggregatorNames];
  const taking = nearest(
    text,
    names.filter((name) => takes(name, call.args)),
  );
  const [name] = taking.length > 0 ? taking : nearest(text, names);
  if (name === undefined) return {};
  const safety = taking.length === 1 ? "safe" : "suggestion";
  const edits = [{ from: span.from, to: span.to, insert: name }];
  return { help: `use \`${name}\``, fixes: [{ title: `Use \`${name}\``, safety, edits }] };
}

function takes(name: string, args: readonly Expr[]): boolean {
  const wanted = isAggregator(name) ? aggregatorArguments(name) : functionInfo(name);
  if (!wanted || args.length < (wanted.min ?? wanted.args.length)) return false;
  if (args.length > (wanted.max ?? wanted.args.length)) return false;
  return args.every((arg, index) => {
    const type = valueType(arg);
    return type === "unknown" || type === wanted.args[Math.min(index, wanted.args.length - 1)];
  });
}

function aggregatorArguments(name: AggregatorName): Pick<FunctionInfo, "args" | "min" | "max"> {
  const { param } = aggregatorInfo(name);
  return { args: param ? [param, "vector"] : ["vector"] };
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
    help: `write \`${text}(${info.args.map(placeholder).join(", ")})\``,
    prometheus: `${wording} ${limit} argument(s) in call to ${JSON.stringify(text)}, got ${got}`,
  };
}

function counts(min: number, max: number): string {
  if (min === max) return min === 0 ? "no arguments" : min === 1 ? "one argument" : `${min} arguments`;
  if (max === Infinity) return min === 1 ? "at least one argument" : `at least ${min} arguments`;
  return min === 0 ? "at most one argument" : `${min} to ${max} arguments`;
}

const placeholders = {
  scalar: "1",
  string: '"…"',
  vector: "…",
  matrix: "…[5m]",
} as const satisfies Record<ValueType, string>;

function placeholder(type: ValueType): string {
  return placeholders[type];
}

function* checkArgument(call: Call, arg: Expr, wanted: ValueType): Iterable<Problem> {
  const got = valueType(arg);
  if (got === wanted || got === "unknown") return;
  yield argumentOfWrongType(arg, {
    taker: `\`${call.name.text}()\``,
    wanted,
    got,
    prometheus: prometheusType(call, arg, wanted),
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
    help: 'write only matchers: `info(up, {version=~".+"})`',
    prometheus: `expected label selectors only${selector ? ", got vector selector instead" : ""}`,
  };
}
