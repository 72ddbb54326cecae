import { assertNever, type Kind, type Node, type NodeOf } from "./ast.js";

/** The nodes right below a node, in the order of the text. */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case "NumberLiteral":
    case "StringLiteral":
    case "LabelMatcher":
    case "DurationLiteral":
      return [];
    case "Paren":
    case "Unary":
    case "DurationParen":
    case "DurationUnary":
      return [node.expr];
    case "Binary":
      return present([node.left, node.fill?.left, node.fill?.right, node.right]);
    case "DurationBinary":
      return [node.left, node.right];
    case "Call":
    case "DurationCall":
      return node.args;
    case "Aggregation":
      return present([node.param, node.expr]);
    case "VectorSelector":
      return present([...node.matchers, node.offset?.duration]);
    case "RangeSelector":
      return present([node.vector, node.range, node.offset?.duration]);
    case "Subquery":
      return present([node.expr, node.range, node.step, node.offset?.duration]);
    default:
      return assertNever(node);
  }
}

function present(nodes: readonly (Node | undefined)[]): readonly Node[] {
  return nodes.filter((node) => node !== undefined);
}

/** The node and all below it, each before its children, in the order of the text. */
export function* walk(root: Node): Generator<Node, void> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    const below = children(node);
    for (let index = below.length; index-- > 0;) {
      const child = below[index];
      if (child) stack.push(child);
    }
  }
}

/** The nodes of one kind among a node and all below it. */
export function* nodesOf<K extends Kind>(root: Node, kind: K): Generator<NodeOf<K>, void> {
  for (const node of walk(root)) if (isKind(node, kind)) yield node;
}

function isKind<K extends Kind>(node: Node, kind: K): node is NodeOf<K> {
  return node.kind === kind;
}
