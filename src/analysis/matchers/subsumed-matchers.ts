import type { LabelMatcher, VectorSelector } from "../../syntax/ast.js";
import {
  type AskedCondition,
  askedConditions,
  excludeEachOther,
  fulfils,
  listedValues,
} from "../values/asked-conditions.js";
import { listedTexts } from "./empty-pattern.js";
import { repeatsLabel } from "./repeated-label.js";
import type { Condition } from "./simplest-matcher.js";

/** A matcher that leaves out nothing, since a narrower condition of the same selector leaves it out already. */
export interface SubsumedMatcher {
  readonly matcher: LabelMatcher;
  /** How it is written. */
  readonly text: string;
  readonly narrower: AskedCondition;
}

/** The matchers of a selector that others of the same label subsume; none where no value fulfils all of them. */
export function subsumedMatchers(selector: VectorSelector): readonly SubsumedMatcher[] {
  if (!repeatsLabel(selector)) return [];
  const found: SubsumedMatcher[] = [];
  for (const conditions of askedConditions(selector).values()) {
    if (conditions.length > maxConditions || excludeEachOther(conditions)) continue;

    for (const condition of conditions) {
      const { matcher, text } = condition;
      const narrower = matcher && conditions.find((other) => subsumes(other, condition));
      if (narrower) found.push({ matcher, text, narrower });
    }
  }
  return found;
}

/** More matchers of one label are written by programs, and comparing all of them takes long. */
const maxConditions = 50;

/** Of two conditions that ask for the same in other words, the first one counts as the narrower. */
function subsumes(narrower: AskedCondition, wider: AskedCondition): boolean {
  if (narrower === wider || isSaidElsewhere(narrower, wider) || !implies(narrower, wider)) return false;
  return narrower.at.from < wider.at.from || !implies(wider, narrower);
}

/** `=~".*"`, and a condition that stands twice, have rules of their own. */
function isSaidElsewhere(narrower: Condition, { op, value }: Condition): boolean {
  return (op === "=~" && value === ".*") || (narrower.op === op && narrower.value === value);
}

/** Only what is certain: all values of a list fulfil the other condition, or all that it leaves out are left out anyway. */
function implies(narrower: Condition, wider: Condition): boolean {
  const selected = listedValues(narrower);
  if (selected) return selected.every((value) => fulfils(value, wider) === true);
  const leftOut = excludedValues(wider);
  return leftOut?.every((value) => fulfils(value, narrower) === false) ?? false;
}

function excludedValues({ op, value }: Condition): readonly string[] | undefined {
  if (op === "!=") return [value];
  return op === "!~" ? listedTexts(value) : undefined;
}
