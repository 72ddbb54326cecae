import type { VectorSelector } from "../syntax/ast.js";
import { simplestMatcher } from "./matchers/simplest-matcher.js";

/** The job whose series a selector asks for; nothing where it names none, or several may be meant. */
export function askedJob({ matchers }: VectorSelector): string | undefined {
  for (const matcher of matchers) {
    const { label, op, value } = simplestMatcher(matcher) ?? {};
    if (label === "job" && op === "=" && value !== "") return value;
  }
  return undefined;
}
