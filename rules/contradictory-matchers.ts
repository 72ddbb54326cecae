import { type AskedCondition, askedConditions, excludeEachOther } from "../src/analysis/values/asked-conditions.js";
import { repeatsLabel } from "../src/analysis/matchers/repeated-label.js";
import type { Condition } from "../src/analysis/matchers/simplest-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { nodesOf } from "../src/syntax/walk.js";

export const contradictoryMatchers = defineRule({
  id: "contradictory-matchers",
  summary: "No series fulfils all matchers of a label",
  category: "selectors",
  severity: "error",
  subject: "query",
  needs: "LabelMatcher",

  *check(query) {
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      if (!repeatsLabel(selector)) continue;

      for (const conditions of askedConditions(selector).values()) {
        if (conditions.length > maxConditions) continue;

        const last = conditions.findIndex((_, k) => excludeEachOther(conditions.slice(0, k + 1)));
        const condition = conditions[last];
        if (!condition) continue;

        const before = conditions.slice(0, last);
        const single = before.find((other) => excludeEachOther([other, condition]));
        const help = single && eitherInWords(single, condition);
        yield {
          at: condition.at,
          message: `no series fulfils ${single ? "both " : ""}${inWords(single ? [single] : before)} and ${inWords([condition])}, so nothing is selected`,
          because: (single ? [single] : before).map(({ at }) => ({ at, message: "what it contradicts" })),
          ...(help && { help }),
        };
      }
    }
  },
});

/** More matchers of one label are written by programs, and comparing all of them takes long. */
const maxConditions = 50;

function inWords(conditions: readonly AskedCondition[]): string {
  return conditions.map(({ text }) => `\`${text}\``).join(", ");
}

function eitherInWords(a: Condition, b: Condition): string | undefined {
  if (a.op !== "=" || b.op !== "=" || !/^\w+$/.test(a.value) || !/^\w+$/.test(b.value)) return undefined;
  return `select either with \`${a.label}=~"${a.value}|${b.value}"\``;
}
