import type { LabelMatcher, Node } from "../../syntax/ast.js";
import type { FixSafety } from "../../syntax/problem.js";
import { children, nodesOf } from "../../syntax/walk.js";

/** The labels of these functions' results come from matchers. */
const functions: ReadonlySet<string> = new Set(["absent", "absent_over_time", "info"]);

/**
 * How safe it is to write a matcher of a query in another way that selects the same series: inside `absent()`,
 * `absent_over_time()` and `info()` the labels of the result may change.
 */
export function rewriteSafety(matcher: LabelMatcher, root: Node): FixSafety {
  return shapingMatchers(root).has(matcher) ? "review" : "safe";
}

const known = new WeakMap<Node, ReadonlySet<LabelMatcher>>();

function shapingMatchers(root: Node): ReadonlySet<LabelMatcher> {
  let matchers = known.get(root);
  if (!matchers) {
    matchers = new Set(findMatchers(root));
    known.set(root, matchers);
  }
  return matchers;
}

/** Goes below each function once, however deep they are nested. */
function* findMatchers(root: Node): Iterable<LabelMatcher> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "Call" && functions.has(node.name.text)) yield* nodesOf(node, "LabelMatcher");
    else for (const child of children(node)) stack.push(child);
  }
}
