import { aggregatorInfo, isAggregator, type AggregatorName } from "./aggregators.js";
import { functionInfo, type FunctionInfo, type FunctionName } from "./functions.js";
import { typeInWords } from "./value-types.js";

/**
 * The names of parameters, where a function takes more than one; the last one stands for all that may follow.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/
 */
const names: Partial<Readonly<Record<FunctionName, readonly string[]>>> = {
  clamp: ["v", "min", "max"],
  clamp_max: ["v", "max"],
  clamp_min: ["v", "min"],
  double_exponential_smoothing: ["v", "sf", "tf"],
  histogram_fraction: ["lower", "upper", "b"],
  histogram_quantile: ["φ", "b"],
  histogram_quantiles: ["b", "label", "φ"],
  info: ["v", "selector"],
  label_join: ["v", "dst_label", "separator", "src_label"],
  label_replace: ["v", "dst_label", "replacement", "src_label", "regex"],
  max_of: ["a", "b"],
  min_of: ["a", "b"],
  predict_linear: ["v", "t"],
  quantile_over_time: ["φ", "v"],
  round: ["v", "to_nearest"],
  sort_by_label: ["v", "label"],
  sort_by_label_desc: ["v", "label"],
  vector: ["s"],
};

/** The name of a parameter of a function, which is `v` where it takes only one. */
export function parameterName(name: FunctionName, index: number): string {
  return names[name]?.[index] ?? names[name]?.at(-1) ?? "v";
}

/** The types that a function or an aggregation takes, and how many of them; nothing for another name. */
export function parametersOf(name: string): Pick<FunctionInfo, "args" | "min" | "max"> | undefined {
  if (!isAggregator(name)) return functionInfo(name);
  const { param } = aggregatorInfo(name);
  return { args: param ? [param, "vector"] : ["vector"] };
}

/** How many arguments a function or an aggregation takes; none for another name. */
export function parameterCount(name: string): number {
  return parametersOf(name)?.args.length ?? 0;
}

/** What a function takes, by name: `v, min, max`. */
export function parameterNames(name: FunctionName): string {
  const args = functionInfo(name)?.args ?? [];
  return [...new Set(args.map((_, index) => parameterName(name, index)))].join(", ");
}

/** `clamp(v: instant vector, min: scalar, max: scalar): instant vector`; what may be left out stands in brackets. */
export function functionSignature(name: FunctionName): string {
  const { args, min, max, returns } = functionInfo(name) ?? { args: [], returns: "scalar" };
  const repeats = max !== undefined && max > args.length;
  const parameters = args.map((type, index) => {
    const text = `${parameterName(name, index)}: ${typeInWords(type)}`;
    return min !== undefined && index >= min ? `[${text}]` : text;
  });
  return `${name}(${[...parameters, ...(repeats ? ["…"] : [])].join(", ")}): ${typeInWords(returns)}`;
}

const aggregatorParameters: Partial<Readonly<Record<AggregatorName, string>>> = {
  bottomk: "k",
  count_values: "label",
  limit_ratio: "ratio",
  limitk: "k",
  quantile: "φ",
  topk: "k",
};

/** The name of what an aggregation operator takes before the vector. */
export function aggregatorParameter(name: AggregatorName): string | undefined {
  return aggregatorParameters[name];
}

/** `topk by (labels) (k: scalar, v: instant vector): instant vector`. */
export function aggregatorSignature(name: AggregatorName): string {
  const { param } = aggregatorInfo(name);
  const first = param ? `${aggregatorParameter(name) ?? "p"}: ${typeInWords(param)}, ` : "";
  return `${name} by (labels) (${first}v: ${typeInWords("vector")}): ${typeInWords("vector")}`;
}
