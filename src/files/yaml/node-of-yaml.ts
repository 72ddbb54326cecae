import { isAlias, isMap, isScalar, isSeq, type Alias, type Node as YamlNode, type Scalar as YamlScalar } from "yaml";
import type { Span } from "../../syntax/problem.js";
import { emptyScalar, type Node, type Scalar } from "../node.js";
import type { ScalarStyle } from "../text-map.js";

/**
 * A node of the `yaml` package as one of ours. `targets` holds what each alias stands for: the same node in every place
 * that an alias leads to it.
 */
export function nodeOf(root: YamlNode, targets: ReadonlyMap<Alias, YamlNode>): Node | undefined {
  const known = new Map<YamlNode, Node>();
  const convert = (node: unknown): Node | undefined => {
    const target = isAlias(node) ? targets.get(node) : node;
    if (!isMap(target) && !isSeq(target) && !isScalar(target)) return undefined;
    const converted = known.get(target) ?? convertNew(target);
    known.set(target, converted);
    return converted;
  };
  const convertNew = (node: YamlNode): Node => {
    const span = { from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0 };
    if (isSeq(node))
      return { kind: "list", span, items: node.items.map((item) => convert(item) ?? emptyScalar(span.from)) };
    if (!isMap(node)) return isScalar(node) ? scalarOf(node, span) : emptyScalar(span.from);
    const pairs = node.items.map(({ key, value }) => ({
      key: convert(key) ?? emptyScalar(span.from),
      value: convert(value),
    }));
    return { kind: "mapping", span, flow: node.flow === true, pairs };
  };
  return convert(root);
}

function scalarOf({ value, source, type, tag }: YamlScalar, span: Span): Scalar {
  const text = typeof value === "string" ? value : (source ?? "");
  return { kind: "scalar", span, style: type ? styles[type] : "plain", text, tagged: tag !== undefined && tag !== "" };
}

const styles: Readonly<Record<YamlScalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};
