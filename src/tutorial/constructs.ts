import { aggregatorNames } from "../promql/aggregators.js";
import { functionNames } from "../promql/functions.js";
import { labelListKeywords } from "../promql/keywords.js";
import { binaryOperators } from "../promql/operators.js";
import { assertNever, type Binary, type Expr, type Modifiers, type Node } from "../syntax/ast.js";
import { walk } from "../syntax/walk.js";

const keywords = [...labelListKeywords, "bool", "offset", "@"] as const;

/** Conditions of selectors that no operator between two queries is called like. */
const patterns: readonly string[] = ["=~", "!~"];

/** What a query can be asked to have: functions, aggregations, operators, keywords, patterns, and two kinds of ranges. */
export const constructNames: readonly string[] = [
  ...functionNames,
  ...aggregatorNames,
  ...binaryOperators,
  ...keywords,
  ...patterns,
  "range",
  "subquery",
];

/** The constructs that a query has, by their names. */
export function constructsOf(root: Expr): ReadonlySet<string> {
  return new Set(walk(root).flatMap(namesIn));
}

function namesIn(node: Node): readonly string[] {
  switch (node.kind) {
    case "Call":
      return [node.name.text];
    case "Aggregation":
      return node.grouping ? [node.op.text, node.grouping.mode.text] : [node.op.text];
    case "Binary":
      return namesInBinary(node);
    case "VectorSelector":
      return modifiersIn(node);
    case "RangeSelector":
      return ["range", ...modifiersIn(node)];
    case "Subquery":
      return ["subquery", ...modifiersIn(node)];
    case "LabelMatcher":
      return patterns.includes(node.op.text) ? [node.op.text] : [];
    case "NumberLiteral":
    case "StringLiteral":
    case "Paren":
    case "Unary":
    case "DurationLiteral":
    case "DurationBinary":
    case "DurationUnary":
    case "DurationParen":
    case "DurationCall":
      return [];
    default:
      return assertNever(node);
  }
}

function namesInBinary({ op, bool, matching }: Binary): readonly string[] {
  const group = matching?.group ? [`group_${matching.group.side}`] : [];
  return [op.text, ...(bool ? [bool.text] : []), ...(matching ? [matching.mode.text] : []), ...group];
}

function modifiersIn({ offset, at }: Modifiers): readonly string[] {
  return [...(offset ? ["offset"] : []), ...(at ? ["@"] : [])];
}
