import { type AggregatorName, selectsSeries } from "../../promql/aggregators.js";
import { aggregatorParameter } from "../../promql/parameters.js";
import { type BinaryOperator, operatorInfo } from "../../promql/operators.js";
import type { Aggregation, Binary, NumberLiteral } from "../../syntax/ast.js";
import { constantValue } from "../values/constant-value.js";
import { flipped } from "../values/constant.js";
import { argumentInWords, capitalized, labelsInWords } from "../words.js";
import { valueType } from "../value-type.js";

/** `$` stands for the parameter. */
const aggregates: Readonly<Record<AggregatorName, string>> = {
  avg: "The average of",
  bottomk: "The $ series with the lowest values among",
  count: "The number of",
  count_values: "The number of times that each value, put into the label $, occurs among",
  group: "A 1 in place of",
  limit_ratio: "A share of $, always the same series, of",
  limitk: "Any $ of",
  max: "The highest value of",
  min: "The lowest value of",
  quantile: "The $-quantile of",
  stddev: "The standard deviation of",
  stdvar: "The variance of",
  sum: "The sum of",
  topk: "The $ series with the highest values among",
};

/** What an aggregation operator gives, whatever it is given. */
export function aggregatorInWords(name: AggregatorName): string {
  return `${aggregates[name].replace("$", () => `\`${aggregatorParameter(name) ?? ""}\``)} the series of each group`;
}

/** What an aggregation gives, in a sentence. */
export function explainAggregation({ op, param, grouping }: Aggregation): string {
  const what = aggregates[op.text].replace("$", () => argumentInWords(param));
  const rest = selectsSeries(op.text) ? "their labels stay" : undefined;
  const names = labelsInWords(grouping?.labels ?? []);
  if (!grouping || (grouping.mode.text === "by" && names === "")) {
    return `${what} all series; ${rest ?? "no label stays"}`;
  }
  if (grouping.mode.text === "by") return `${what} the series that share ${names}; ${rest ?? "the other labels go"}`;
  const differ = names === "" ? "only in the name" : `only in ${names} and the name`;
  return `${what} the series that differ ${differ}; ${rest ?? (names === "" ? "the name goes" : "those go")}`;
}

const arithmetic: Partial<Record<BinaryOperator, string>> = {
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "divided by",
  "%": "modulo",
  "^": "to the power of",
  atan2: "as the angle (atan2) with",
};

const comparisons: Partial<Record<BinaryOperator, string>> = {
  "==": "equal to",
  "!=": "not equal to",
  "<": "less than",
  "<=": "at most",
  ">": "greater than",
  ">=": "at least",
};

/** What an operator gives, in a sentence. */
export function explainBinary(node: Binary): string {
  const [left, right] = [valueType(node.left), valueType(node.right)];
  if (left === "scalar" && right === "scalar") return explainNumbers(node);
  if (operatorInfo(node.op.text).class === "set") return explainSet(node);
  if (left === "scalar" || right === "scalar") return explainScalar(node, left === "scalar");
  return explainVectors(node);
}

function explainNumbers(node: Binary): string {
  const value = constantValue(node);
  if (value !== undefined) return `The number ${value}`;
  const how = arithmetic[node.op.text] ?? `compared by \`${node.op.text}\` with`;
  return `A number: ${argumentInWords(node.left)} ${how} ${argumentInWords(node.right)}`;
}

function explainScalar(node: Binary, scalarLeft: boolean): string {
  const { op, bool } = node;
  const number = argumentInWords(scalarLeft ? node.left : node.right);
  const comparison = comparisons[scalarLeft ? flipped(op.text) : op.text];
  if (!comparison) {
    const how = arithmetic[op.text] ?? trims[op.text] ?? op.text;
    return scalarLeft ? capitalized(`${number} ${how} the value of each series`) : `Each value ${how} ${number}`;
  }
  const condition = `whose value is ${comparison} ${number}`;
  return bool ? `A 1 for each series ${condition}, and a 0 for the others` : `The series ${condition}; the others go`;
}

const trims: Partial<Record<BinaryOperator, string>> = {
  "</": "with the observations left out that are above",
  ">/": "with the observations left out that are below",
};

function explainVectors(node: Binary): string {
  const { op, bool, matching } = node;
  const partner = `the right side's series ${matchInWords(node)}`;
  const comparison = comparisons[op.text];
  const tail = [...fillInWords(node), ...groupInWords(node)].join("; ");
  const labels = matching?.mode.text === "on" && !matching.group ? keptInWords(node) : "";
  if (!comparison) {
    const how = arithmetic[op.text] ?? trims[op.text] ?? op.text;
    return `Each value of the left side ${how} that of ${partner}; ${tail}${labels}`;
  }
  const condition = `whose value is ${comparison} that of ${partner}`;
  if (bool) return `A 1 for each series of the left side ${condition}, and a 0 for the others; ${tail}${labels}`;
  return `The left side's series ${condition}; the others go, and so do those without a match${labels}`;
}

function keptInWords({ matching }: Binary): string {
  const names = labelsInWords(matching?.labels ?? []);
  return names === "" ? "; no label stays" : `; only ${names} ${matching?.labels.length === 1 ? "stays" : "stay"}`;
}

function matchInWords({ matching }: Binary): string {
  const names = labelsInWords(matching?.labels ?? []);
  if (matching?.mode.text === "on") return names === "" ? "whatever its labels are" : `with the same ${names}`;
  return names === "" ? "with the same labels" : `with the same labels apart from ${names}`;
}

function groupInWords({ matching }: Binary): string[] {
  const group = matching?.group;
  if (!group) return [];
  const [many, one] = group.side === "left" ? ["left", "right"] : ["right", "left"];
  const names = labelsInWords(group.include);
  const taken = names === "" ? "" : `, whose ${names} they take over`;
  return [`many series of the ${many} side may share one of the ${one}${taken}`];
}

function fillInWords({ fill }: Binary): string[] {
  const filled = (side: string, number: NumberLiteral) =>
    `a series that the ${side} side lacks counts as ${number.text}`;
  if (!fill) return ["series without a match go"];
  return [
    ...(fill.left ? [filled("left", fill.left)] : []),
    ...(fill.right ? [filled("right", fill.right)] : []),
    ...(fill.left && fill.right ? [] : ["other series without a match go"]),
  ];
}

function explainSet(node: Binary): string {
  const match = matchInWords(node);
  const { text } = node.op;
  if (text === "or")
    return `All series of the left side, and those of the right side for which the left has none ${match}`;
  if (text === "and")
    return `The left side's series for which the right side has one ${match}; its value does not matter`;
  return `The left side's series for which the right side has none ${match}`;
}
