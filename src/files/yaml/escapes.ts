import type { DocumentReader, Node } from "../document-reader.js";

/**
 * Reports each `\/`. JSON has it, and YAML since 1.2, but the reader of Prometheus knows no such escape.
 * https://github.com/yaml/go-yaml/blob/v3/scannerc.go
 */
export function checkEscapes(reader: DocumentReader, root: Node): void {
  const { text } = reader.collected;
  if (!text.includes("\\/")) return;
  for (const { span, style } of scalarsBelow(root)) {
    if (style !== "double") continue;
    for (const { 0: escape, index } of text.slice(span.from, span.to).matchAll(escapes)) {
      if (escape !== "\\/") continue;
      const at = { from: span.from + index, to: span.from + index + 2 };
      const message = "The file is rejected: Prometheus knows no escape `\\/`";
      const fixes = [{ title: "Write `/`", safety: "safe" as const, edits: [{ ...at, insert: "/" }] }];
      reader.problem("unknown-escape", at, message, "write `/`", "error", fixes);
    }
  }
}

const escapes = /\\[^]/g;

function* scalarsBelow(root: Node): Generator<Extract<Node, { kind: "scalar" }>> {
  const seen = new Set<Node>([root]);
  for (const node of seen) {
    if (node.kind === "scalar") yield node;
    else if (node.kind === "list") for (const item of node.items) seen.add(item);
    else for (const { key, value } of node.pairs) for (const part of value ? [key, value] : [key]) seen.add(part);
  }
}
