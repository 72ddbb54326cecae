import { assertNever, type DurationExpr, type Expr, type Modifiers } from "../../src/syntax/ast.js";

/** A tree in one line: `(+ a (* b c))`. */
export function shapeOf(node: Expr | DurationExpr): string {
  switch (node.kind) {
    case "NumberLiteral":
    case "StringLiteral":
      return String(node.value);
    case "DurationLiteral":
      return String(node.seconds);
    case "Paren":
    case "DurationParen":
      return list("paren", shapeOf(node.expr));
    case "Unary":
    case "DurationUnary":
      return list(node.op.text, shapeOf(node.expr));
    case "Binary": {
      const { bool, matching, fill } = node;
      const labels = matching && `${matching.mode.text}(${textsOf(matching.labels)})`;
      const group = matching?.group && `${matching.group.side}(${textsOf(matching.group.include)})`;
      const values = fill && `fill(${fill.left?.value ?? ""},${fill.right?.value ?? ""})`;
      return list(node.op.text, bool?.text, labels, group, values, shapeOf(node.left), shapeOf(node.right));
    }
    case "DurationBinary":
      return list(node.op.text, shapeOf(node.left), shapeOf(node.right));
    case "Call":
    case "DurationCall":
      return list("call", node.name.text, ...node.args.map(shapeOf));
    case "Aggregation": {
      const by = node.grouping && `${node.grouping.mode.text}(${textsOf(node.grouping.labels)})`;
      return list(node.op.text, by, node.param && shapeOf(node.param), shapeOf(node.expr));
    }
    case "VectorSelector": {
      const matchers = node.matchers.map(({ label, op, value }) => `{${label.text}${op.text}"${value}"}`);
      return `${node.metric?.text ?? ""}${matchers.join("")}${modifiersOf(node)}`;
    }
    case "RangeSelector":
      return `${shapeOf(node.vector)}[${shapeOf(node.range)}]${modifiersOf(node)}`;
    case "Subquery": {
      const step = node.step && shapeOf(node.step);
      return list("subquery", shapeOf(node.expr), shapeOf(node.range), step) + modifiersOf(node);
    }
    default:
      return assertNever(node);
  }
}

function modifiersOf({
  at,
  offset,
  extension,
}: Modifiers & { readonly extension?: { readonly text: string } }): string {
  const time = at ? `{@ ${at.time}}` : "";
  return (extension ? `{${extension.text}}` : "") + time + (offset ? `{offset ${shapeOf(offset.duration)}}` : "");
}

function textsOf(tokens: readonly { readonly text: string }[]): string {
  return tokens.map(({ text }) => text).join(",");
}

function list(...parts: readonly (string | undefined)[]): string {
  return `(${parts.filter((part) => part !== undefined).join(" ")})`;
}
