import type { Expr, LabelMatcher } from "../../syntax/ast.js";
import { recent } from "../../syntax/recent.js";
import { nodesOf } from "../../syntax/walk.js";
import { repeatedMatchers } from "./repeated-matchers.js";
import { subsumedMatchers } from "./subsumed-matchers.js";

const known = recent<Expr, ReadonlySet<LabelMatcher>>(1);

/** The matchers of a query that can go, since others of their selectors ask for no less. Asking again is cheap. */
export function superfluousMatchers(root: Expr): ReadonlySet<LabelMatcher> {
  let found = known.get(root);
  if (!found) {
    const selectors = nodesOf(root, "VectorSelector");
    const both = selectors.flatMap((selector) => [...repeatedMatchers(selector), ...subsumedMatchers(selector)]);
    found = new Set(both.map(({ matcher }) => matcher));
    known.trim();
    known.set(root, found);
  }
  return found;
}
