import { listedTexts } from "../src/analysis/empty-pattern.js";
import { repeatsLabel } from "../src/analysis/repeated-label.js";
import { type Condition, simplestMatcher } from "../src/analysis/simplest-matcher.js";
import { defineRule } from "../src/lint/rule.js";
import { metricName } from "../src/promql/labels.js";
import { matchesPattern } from "../src/promql/regex.js";
import type { VectorSelector } from "../src/syntax/ast.js";
import type { Span } from "../src/syntax/problem.js";
import { print } from "../src/syntax/print.js";
import { nodesOf } from "../src/syntax/walk.js";

export const contradictoryMatchers = defineRule({
  id: "contradictory-matchers",
  summary: "No series fulfils all matchers of a label",
  category: "selectors",
  severity: "error",
  subject: "query",

  *check(query) {
    for (const selector of nodesOf(query.root, "VectorSelector")) {
      if (!repeatsLabel(selector)) continue;

      for (const conditions of byLabel(selector).values()) {
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

/** A condition, and how and where it is written. */
interface Written extends Condition {
  readonly text: string;
  readonly at: Span;
}

/** What is asked of each label. `!~".*"` is left out: it contradicts everything, and has a rule of its own. */
function byLabel({ metric, matchers }: VectorSelector): ReadonlyMap<string, readonly Written[]> {
  const labels = new Map<string, Written[]>();
  const add = (condition: Written) => {
    const conditions = labels.get(condition.label);
    if (conditions) conditions.push(condition);
    else labels.set(condition.label, [condition]);
  };
  if (metric && !metric.variable)
    add({ label: metricName, op: "=", value: metric.text, text: metric.text, at: metric.span });
  for (const matcher of matchers) {
    const condition = simplestMatcher(matcher);
    if (condition && (condition.op !== "!~" || condition.value !== ".*"))
      add({ ...condition, text: print(matcher), at: matcher.span });
  }
  return labels;
}

/** Only what is certain: a value, or a list of them, of which none fulfils the rest; or a pattern and its opposite. */
function excludeEachOther(conditions: readonly Condition[]): boolean {
  if (conditions.length < 2) return false;
  const values = conditions.map(possibleValues).find((found) => found);
  if (values) return values.every((value) => conditions.some((condition) => !mayFulfil(value, condition)));
  const patterns = conditions.filter(({ op }) => op === "=~").map(({ value }) => value);
  return conditions.some(({ op, value }) => op === "!~" && patterns.includes(value));
}

function possibleValues({ op, value }: Condition): readonly string[] | undefined {
  if (op === "=") return [value];
  return op === "=~" ? listedTexts(value) : undefined;
}

function mayFulfil(text: string, { op, value }: Condition): boolean {
  switch (op) {
    case "=":
      return text === value;
    case "!=":
      return text !== value;
    case "=~":
      return matchesPattern(value, text) !== false;
    case "!~":
      return matchesPattern(value, text) !== true;
  }
}

function inWords(conditions: readonly Written[]): string {
  return conditions.map(({ text }) => `\`${text}\``).join(", ");
}

function eitherInWords(a: Condition, b: Condition): string | undefined {
  if (a.op !== "=" || b.op !== "=" || !/^\w+$/.test(a.value) || !/^\w+$/.test(b.value)) return undefined;
  return `select either with \`${a.label}=~"${a.value}|${b.value}"\``;
}
