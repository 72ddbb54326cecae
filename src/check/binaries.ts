import { valueType } from "../analysis/value-type.js";
import { operatorInfo } from "../promql/operators.js";
import { quote } from "../promql/strings.js";
import type { ValueType } from "../promql/value-types.js";
import type { Binary, Expr, Token } from "../syntax/ast.js";
import { inOneLine } from "../syntax/characters.js";
import { mending } from "../syntax/mistakes/mending.js";
import { ownMetric } from "../syntax/mistakes/own-metric.js";
import type { Problem, Span } from "../syntax/problem.js";
import type { Advice } from "./advice.js";
import { emptyLabel } from "./aggregations.js";
import { withArticle } from "./arguments.js";

/** Whether an operator takes what stands on its two sides, and what stands behind it. */
export function* checkBinary(node: Binary, advice?: Advice): Iterable<Problem> {
  const left = valueType(node.left);
  const right = valueType(node.right);
  if (left === "string" || left === "matrix") yield wrongOperand(node, node.left, left, advice);
  if (right === "string" || right === "matrix") yield wrongOperand(node, node.right, right, advice);
  if (node.matching) yield* checkLabels(node);
  if (node.bool || left === "scalar") yield* checkBool(node, left, right);
  if (operatorInfo(node.op.text).class === "set") {
    yield* checkSet(node, left, right);
    return;
  }
  if (mayBeVector(left) && mayBeVector(right)) return;
  if (node.matching && isNumeric(left) && isNumeric(right))
    yield matchingOfScalars(node.matching.span, (node.bool ?? node.op).span.to);
  if (node.fill) yield fillOfScalars(node.fill.span);
}

type Type = ValueType | "unknown";

function mayBeVector(type: Type): boolean {
  return type === "vector" || type === "unknown";
}

function isNumeric(type: Type): boolean {
  return type === "scalar" || mayBeVector(type);
}

function wrongOperand({ op }: Binary, side: Expr, type: "string" | "matrix", advice?: Advice): Problem {
  const number = side.kind === "StringLiteral" && side.value.trim() !== "" && Number.isFinite(Number(side.value));
  const text = side.kind === "StringLiteral" ? inOneLine(quote(side.value)) : '"…"';
  const repair =
    type === "matrix"
      ? advice?.toOneValue(side)
      : number
        ? mending("Write the number without quotes", [{ ...side.span, insert: side.value.trim() }])
        : { help: `compare labels with matchers in braces: \`${ownMetric}{LABEL=${text}}\`` };
  return {
    code: "wrong-operand-type",
    severity: "error",
    at: side.span,
    message: `\`${op.text}\` takes instant vectors and scalars, and gets ${withArticle(type)}`,
    ...repair,
    prometheus: "binary expression must contain only scalar and instant vector types",
  };
}

function* checkBool({ op, bool }: Binary, left: Type, right: Type): Iterable<Problem> {
  const { class: kind } = operatorInfo(op.text);
  if (bool && kind !== "comparison") {
    yield {
      code: "misplaced-bool",
      severity: "error",
      at: bool.span,
      message: `\`bool\` turns a comparison into 0 or 1, and \`${op.text}\` is none`,
      help: "remove it",
      fixes: [{ title: "Remove `bool`", safety: "safe", edits: [{ from: op.span.to, to: bool.span.to, insert: "" }] }],
      prometheus: "bool modifier can only be used on comparison operators",
    };
  }
  if (!bool && kind === "comparison" && left === "scalar" && right === "scalar") {
    yield {
      code: "missing-bool",
      severity: "error",
      at: op.span,
      message: `\`${op.text}\` compares two scalars, and a scalar cannot be filtered away`,
      help: `use \`${op.text} bool\`, which gives 1 or 0`,
      fixes: [{ title: "Add `bool`", safety: "safe", edits: [{ from: op.span.to, to: op.span.to, insert: " bool" }] }],
      prometheus: "comparisons between scalars must use BOOL modifier",
    };
  }
  if (kind === "trim" && left === "scalar" && right === "scalar") {
    yield {
      code: "wrong-operand-type",
      severity: "error",
      at: op.span,
      message: `\`${op.text}\` trims histograms, and gets two scalars`,
      help: "give it a native histogram on the left",
      prometheus: `operator ${JSON.stringify(op.text)} not allowed for Scalar operations`,
      evaluation: true,
    };
  }
}

function* checkSet(node: Binary, leftType: Type, rightType: Type): Iterable<Problem> {
  const { op, matching, fill } = node;
  const scalars = [...(leftType === "scalar" ? [node.left] : []), ...(rightType === "scalar" ? [node.right] : [])];
  const [first, second] = scalars;
  if (first) yield scalarInSet(op, second ? node.span : first.span, scalars);
  if (matching?.group) {
    yield {
      code: "group-on-set-operator",
      severity: "error",
      at: matching.group.span,
      message: `\`${op.text}\` always matches many series with many, so \`group_${matching.group.side}\` has no place`,
      help: "remove it",
      fixes: [{ title: "Remove it", safety: "safe", edits: [{ ...matching.group.span, insert: "" }] }],
      prometheus: `no grouping allowed for ${JSON.stringify(op.text)} operation`,
    };
  }
  if (fill) {
    yield {
      code: "misplaced-fill",
      severity: "error",
      at: fill.span,
      message: `\`${op.text}\` has no value for missing series`,
      help: "remove the fill modifier",
      prometheus: "filling in missing series not allowed for set operators",
    };
  }
}

function scalarInSet(op: Token, at: Span, scalars: readonly Expr[]): Problem {
  return {
    code: "set-operator-on-scalar",
    severity: "error",
    at,
    message: `\`${op.text}\` combines series, and ${scalars.length > 1 ? "both sides are scalars" : "this is a scalar"}`,
    help:
      op.text === "or"
        ? "use `vector(…)` to add a series without labels"
        : "compare with an operator such as `>` instead",
    fixes: [
      {
        title: "Use `vector()`",
        safety: "suggestion",
        edits: scalars.flatMap(({ span: { from, to } }) => [
          { from, to: from, insert: "vector(" },
          { from: to, to, insert: ")" },
        ]),
      },
    ],
    prometheus: `set operator ${JSON.stringify(op.text)} not allowed in binary scalar expression`,
  };
}

function matchingOfScalars(at: Span, before: number): Problem {
  return {
    code: "matching-of-scalar",
    severity: "error",
    at,
    message: "labels are matched between two instant vectors only, and one side is a scalar",
    help: "remove the matching: a scalar is combined with every series",
    fixes: [{ title: "Remove the matching", safety: "safe", edits: [{ from: before, to: at.to, insert: "" }] }],
    prometheus: "vector matching only allowed between instant vectors",
  };
}

function fillOfScalars(at: Span): Problem {
  return {
    code: "misplaced-fill",
    severity: "error",
    at,
    message: "a fill modifier needs an instant vector on both sides",
    help: "remove it",
    prometheus: "filling in missing series only allowed between instant vectors",
  };
}

function* checkLabels({ matching }: Binary): Iterable<Problem> {
  if (!matching) return;
  for (const label of [...matching.labels, ...(matching.group?.include ?? [])]) {
    if (label.text === "") yield emptyLabel(label);
  }
  if (matching.mode.text !== "on" || !matching.group) return;
  const matchedOn = new Map(matching.labels.map((label) => [label.text, label]));
  for (const label of matching.group.include) {
    const matched = matchedOn.get(label.text);
    if (matched && !label.variable) yield labelTwice(label, matched, matching.group.side);
  }
}

function labelTwice(label: Token, matched: Token, side: "left" | "right"): Problem {
  return {
    code: "label-matched-and-included",
    severity: "error",
    at: label.span,
    message: `\`${label.text}\` is in \`on\` already, so both sides have it`,
    help: `remove it from \`group_${side}\``,
    because: [{ at: matched.span, message: "matched here" }],
    prometheus: `label ${JSON.stringify(label.text)} must not occur in ON and GROUP clause at once`,
  };
}
