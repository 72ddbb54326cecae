import type { Node, VectorSelector } from "../../syntax/ast.js";
import { nodesOf } from "../../syntax/walk.js";

/** The selectors that are the second argument of `info()`: they name the labels that are wanted, and no series. */
export function infoSelectors(root: Node): ReadonlySet<VectorSelector> {
  const found = nodesOf(root, "Call").flatMap(({ name, args }) => (name.text === "info" ? args.slice(1) : []));
  return new Set(found.filter((arg) => arg.kind === "VectorSelector"));
}
