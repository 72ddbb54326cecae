import type { LabelMatcher, VectorSelector } from "../../syntax/ast.js";
import { repeatsLabel } from "./repeated-label.js";
import { simplestMatcher } from "./simplest-matcher.js";

/** A matcher, and one before it that asks for the same, perhaps in other words. */
export interface RepeatedMatcher {
  readonly matcher: LabelMatcher;
  readonly first: LabelMatcher;
}

/** The matchers of a selector that stand there a second time; not `=~".*"`, which asks for nothing. */
export function repeatedMatchers(selector: VectorSelector): readonly RepeatedMatcher[] {
  if (!repeatsLabel(selector)) return [];
  const found: RepeatedMatcher[] = [];
  const seen = new Map<string, LabelMatcher>();
  for (const matcher of selector.matchers) {
    const condition = simplestMatcher(matcher);
    if (!condition || (condition.op === "=~" && condition.value === ".*")) continue;

    const first = seen.get(JSON.stringify(condition));
    if (first) found.push({ matcher, first });
    else seen.set(JSON.stringify(condition), matcher);
  }
  return found;
}
