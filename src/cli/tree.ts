import type { Colors } from "../report/colors.js";
import { visible } from "../report/visible.js";
import type { Expr, Node } from "../syntax/ast.js";
import { children } from "../syntax/walk.js";

/** A line for each node, indented by depth: the kind, what sets it apart, its span, and its text. */
export function treeText(root: Expr, text: string, colors: Colors): string {
  const lines: string[] = [];
  const stack: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    lines.push("  ".repeat(Math.min(depth, 40)) + line(node, text, colors));
    for (const child of children(node).toReversed()) stack.push({ node: child, depth: depth + 1 });
  }
  return `${lines.join("\n")}\n`;
}

function line(node: Node, text: string, colors: Colors): string {
  const { from, to } = node.span;
  const source = visible(text.slice(from, to).replace(/\s+/g, " "));
  const shown = source.length > 60 ? `${source.slice(0, 60)}…` : source;
  const detail = detailOf(node);
  return `${colors.bold(node.kind)}${detail === "" ? "" : ` ${colors.cyan(visible(detail))}`} ${colors.dim(`${from}..${to}`)}  ${shown}`;
}

function detailOf(node: Node): string {
  switch (node.kind) {
    case "Binary":
      return [
        node.op.text,
        node.bool?.text,
        node.matching?.mode.text,
        node.matching?.group && `group_${node.matching.group.side}`,
      ]
        .filter(Boolean)
        .join(" ");
    case "Unary":
    case "DurationUnary":
    case "DurationBinary":
      return node.op.text;
    case "Call":
    case "DurationCall":
      return node.name.text;
    case "Aggregation":
      return node.grouping
        ? `${node.op.text} ${node.grouping.mode.text} (${node.grouping.labels.map(({ text }) => text).join(", ")})`
        : node.op.text;
    case "VectorSelector":
      return node.metric?.text ?? "";
    case "LabelMatcher":
      return `${node.label.text} ${node.op.text}`;
    case "DurationLiteral":
      return `${node.seconds} s`;
    case "NumberLiteral":
    case "StringLiteral":
    case "Paren":
    case "DurationParen":
    case "RangeSelector":
    case "Subquery":
      return "";
  }
}
