import type { TemplateNode } from "./ast.js";

/**
 * The templates that are defined anywhere in some nodes. Of two with one name the longer counts: Go takes no second one
 * unless one of them is empty.
 */
export function collectDefinitions(nodes: readonly TemplateNode[], into: Map<string, readonly TemplateNode[]>): void {
  for (const node of nodes) {
    if (node.kind === "Define" || node.kind === "Block") {
      const { name, body } = node;
      if ((into.get(name.value)?.length ?? 0) <= body.length) into.set(name.value, body);
    }
    if ("body" in node) collectDefinitions(node.body, into);
    if ("branches" in node) for (const { body } of node.branches) collectDefinitions(body, into);
    if ("otherwise" in node) collectDefinitions(node.otherwise, into);
  }
}
