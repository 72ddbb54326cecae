import {
  type AskedCondition,
  askedConditions,
  excludeEachOther,
  fulfils,
  listedValues,
} from "../src/analysis/asked-conditions.js";
import { listedTexts } from "../src/analysis/empty-pattern.js";
import { rewriteSafety } from "../src/analysis/label-shaping.js";
import { repeatsLabel } from "../src/analysis/repeated-label.js";
import type { Condition } from "../src/analysis/simplest-matcher.js";
import { withoutMatcher } from "../src/analysis/without-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { nodesOf } from "../src/syntax/walk.js";

export const subsumedMatcher = defineRule({
  id: "subsumed-matcher",
  summary: "A matcher leaves out nothing that another one does not leave out already",
  category: "selectors",
  severity: "info",
  subject: "query",

  *check(query) {
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      if (!repeatsLabel(selector)) continue;

      for (const conditions of askedConditions(selector).values()) {
        if (conditions.length > maxConditions || excludeEachOther(conditions)) continue;

        for (const condition of conditions) {
          const { matcher, text, at } = condition;
          const narrower = matcher && conditions.find((other) => subsumes(other, condition));
          if (!narrower) continue;

          yield {
            at,
            message: `\`${text}\` leaves no more series out, since \`${narrower.text}\` selects only series that fulfil it`,
            because: [{ at: narrower.at, message: "the narrower condition" }],
            fixes: [
              {
                title: "Remove the wider matcher",
                safety: rewriteSafety(matcher, query.root),
                edits: withoutMatcher(query.text, selector, matcher),
              },
            ],
          };
        }
      }
    }
  },
});

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
