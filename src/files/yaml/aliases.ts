import { isAlias, isMap, isScalar, isSeq, type Alias, type Node } from "yaml";
import type { Problem, Span } from "../../syntax/problem.js";

/** How many nodes the aliases of a document may stand for altogether. */
const maxAliasedNodes = 1_000_000;

/** How deep aliases may lead into each other. */
const maxDepth = 5_000;

interface Anchored {
  readonly node: Node;
  /** `undefined` while the node is being read: an alias in it would contain itself. */
  extent: Extent | undefined;
}

/** What a node holds when every alias in it is written out. */
interface Extent {
  readonly nodes: number;
  readonly depth: number;
}

/** The node that each alias stands for, and what is wrong with one. Takes time linear in the nodes as written. */
export function resolveAliases(root: Node): { targets: ReadonlyMap<Alias, Node>; problem?: Problem } {
  const targets = new Map<Alias, Node>();
  const anchors = new Map<string, Anchored>();
  let aliased = 0;
  let problem: Problem | undefined;

  const readAlias = (alias: Alias): Extent => {
    const at = spanOf(alias);
    const anchored = anchors.get(alias.source);
    if (!anchored?.extent) {
      const why = anchored ? `\`&${alias.source}\` contains itself` : `there is no anchor \`&${alias.source}\` above`;
      problem ??= { code: "yaml-syntax", severity: "error", at, message: `The document is not checked: ${why}` };
      return leaf;
    }
    targets.set(alias, anchored.node);
    aliased += anchored.extent.nodes;
    if (aliased > maxAliasedNodes || anchored.extent.depth > maxDepth) {
      problem ??= {
        code: "too-many-aliases",
        severity: "error",
        at,
        message: `The document is not checked: its aliases stand for more than ${maxAliasedNodes} values, or lead too deep`,
        help: "write the values out, or split the file",
      };
    }
    return anchored.extent;
  };

  const read = (node: unknown): Extent => {
    if (problem) return leaf;
    if (isAlias(node)) return readAlias(node);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return leaf;

    const anchored: Anchored = { node, extent: undefined };
    if (node.anchor !== undefined) anchors.set(node.anchor, anchored);
    let nodes = 1;
    let depth = 0;
    for (const child of childrenOf(node)) {
      const extent = read(child);
      nodes += extent.nodes;
      depth = Math.max(depth, extent.depth);
    }
    return (anchored.extent = { nodes, depth: depth + 1 });
  };

  read(root);
  return problem ? { targets, problem } : { targets };
}

const leaf: Extent = { nodes: 1, depth: 1 };

function* childrenOf(node: Node): Generator {
  if (isSeq(node)) yield* node.items;
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    yield key;
    yield value;
  }
}

function spanOf(node: Node): Span {
  return { from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0 };
}
