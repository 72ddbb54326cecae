import { capitalized } from "../src/analysis/words.js";
import { defineRule } from "../src/lint/rule.js";
import { wholeField } from "../src/lint/whole-field.js";
import { matchesPattern } from "../src/promql/regex.js";

/** CamelCase: letters and digits, a capital first. */
const camelCase = "[A-Z][0-9A-Za-z]*";

export const alertNameCase = defineRule({
  id: "alert-name-case",
  summary: "Alerts that are not named in one way are hard to find and to route",
  category: "alerts",
  severity: "info",
  subject: "alerting-rule",
  options: {
    pattern: {
      type: "string",
      format: "re2",
      description: "What the whole name of an alert must match",
      default: camelCase,
    },
  },

  *check({ alert }, { pattern }) {
    const { text } = alert;
    if (text.includes("{{") || matchesPattern(pattern, text) !== false) return;
    const meant = pattern === camelCase ? inCamelCase(text) : undefined;
    yield {
      at: wholeField(alert),
      message:
        pattern === camelCase
          ? `the alert \`${text}\` is not named in CamelCase`
          : `the name of the alert \`${text}\` does not match \`${pattern}\``,
      ...(meant !== undefined && { help: `call it \`${meant}\`, and change what routes or silences it by name` }),
    };
  },
});

/** Letters keep their case, but for the first of each word: `node_down` is `NodeDown`. */
function inCamelCase(name: string): string | undefined {
  const words = name.match(/[0-9A-Za-z]+/g) ?? [];
  const joined = words.map(capitalized).join("");
  return /^[A-Z]/.test(joined) ? joined : undefined;
}
