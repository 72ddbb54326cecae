import { patternMistake } from "../../promql/regex.js";
import type { LabelMatcher } from "../../syntax/ast.js";
import { maskVariables } from "../../syntax/scan.js";

/**
 * Whether `=` or `!=` compares a label with what is surely meant as a pattern. Only what nobody gives as a value; labels such
 * as `path` may hold the pattern of a route.
 */
export function isPatternAsText({ op, label, value, valueToken }: LabelMatcher): boolean {
  if ((op.text !== "=" && op.text !== "!=") || label.variable || !/[|*+\\^[.]/.test(value)) return false;
  if (labelsOfPatterns.test(label.text)) return false;
  const text = valueToken.variable ? maskVariables(value) : value;
  return signs.some((sign) => sign.test(text)) && patternMistake(text) === undefined;
}

const labelsOfPatterns = /endpoint|expr|filter|handler|match|path|pattern|query|regex|route|rule|ur[il]/i;

const signs: readonly RegExp[] = [
  /\.[*+]/,
  /^\^./,
  /\\\.|\\[dw][*+{]/,
  /\[\^?(?:a-z|A-Z|\d-\d)/,
  /^[1-5]\.\.$/,
  /^[\w./:@-]+(?:\|[\w./:@-]+)+$/,
  /\([\w./:@-]+(?:\|[\w./:@-]+)+\)/,
];
