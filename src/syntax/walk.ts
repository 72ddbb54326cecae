import { assertNever, type Kind, type Modifiers, type Node, type NodeOf } from "./ast.js";
import { recent } from "./recent.js";

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
      return node.fill ? present([node.left, node.fill.left, node.fill.right, node.right]) : [node.left, node.right];
    case "DurationBinary":
      return [node.left, node.right];
    case "Call":
    case "DurationCall":
      return node.args;
    case "Aggregation":
      return node.param ? [node.param, node.expr] : [node.expr];
    case "VectorSelector":
      return withOffset(node.matchers, node);
    case "RangeSelector":
      return withOffset([node.vector, node.range], node);
    case "Subquery":
      return withOffset(node.step ? [node.expr, node.range, node.step] : [node.expr, node.range], node);
    default:
      return assertNever(node);
  }
}

function present(nodes: readonly (Node | undefined)[]): readonly Node[] {
  return nodes.filter((node) => node !== undefined);
}

function withOffset(nodes: readonly Node[], { offset }: Modifiers): readonly Node[] {
  return offset ? [...nodes, offset.duration] : nodes;
}

/** The node and all below it, each before its children, in the order of the text. */
export function walk(root: Node): readonly Node[] {
  const found: Node[] = [];
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    found.push(node);
    const below = children(node);
    for (let index = below.length; index-- > 0;) {
      const child = below[index];
      if (child) stack.push(child);
    }
  }
  return found;
}

/** The nodes of one kind among a node and all below it, in the order of the text. Asking again for the same root is cheap. */
export function nodesOf<K extends Kind>(root: Node, kind: K): readonly NodeOf<K>[] {
  if (root !== latest?.root) latest = { root, index: known.get(root) ?? indexOf(root) };
  return latest.index[kind] ?? none;
}

type Index = { readonly [K in Kind]?: NodeOf<K>[] };

const none: readonly never[] = [];
const known = recent<Node, Index>(4);
/** Most questions are about the root of the query that is being linted. */
let latest: { readonly root: Node; readonly index: Index } | undefined;

function indexOf(root: Node): Index {
  const index: { [K in Kind]?: NodeOf<K>[] } = {};
  for (const node of walk(root)) {
    const alike: Node[] = (index[node.kind] ??= []);
    alike.push(node);
  }
  known.trim();
  known.set(root, index);
  return index;
}
