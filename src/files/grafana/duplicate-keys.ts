import type { DocumentReader } from "../document-reader.js";
import type { Mapping, Node } from "../node.js";

/** Reports the keys that stand twice in a mapping of a dashboard: Grafana takes the last value without a word. */
export function tellDuplicateKeys(reader: DocumentReader, root: Node): void {
  const open: Node[] = [root];
  const seen = new Set<Node>();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === "scalar" || seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "mapping") tellOwn(reader, node);
    const inner = node.kind === "list" ? node.items : node.pairs.map(({ value }) => value);
    for (const each of inner) if (each && each.kind !== "scalar") open.push(each);
  }
}

function tellOwn(reader: DocumentReader, { pairs }: Mapping): void {
  const keys = new Set<string>();
  for (const { key } of pairs) {
    if (key.kind !== "scalar") continue;
    if (keys.has(key.text)) {
      const message = `The key \`${key.text}\` stands here a second time, and the last value counts`;
      reader.problem("duplicate-key", key, message, "remove one of the two", "warning");
    }
    keys.add(key.text);
  }
}
