import { metricName } from "../../promql/labels.js";
import type { Token, VectorSelector } from "../../syntax/ast.js";
import { metricOf } from "../selectors.js";
import { simplestMatcher } from "../matchers/simplest-matcher.js";

/** The one name that a selector asks for, however it is written: also as a pattern that only this name matches. */
export function selectedName(selector: VectorSelector): Token | undefined {
  const metric = metricOf(selector);
  const names = selector.matchers.filter(({ label }) => label.text === metricName);
  const [name] = names;
  if (metric || !name || names.length > 1) return metric;
  const condition = simplestMatcher(name);
  return condition?.op === "=" ? { text: condition.value, span: name.valueToken.span } : undefined;
}
