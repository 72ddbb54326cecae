import type { RuleSettings } from "../../config/config.js";
import { unknownRule } from "../../config/unknown-rule.js";
import type { RuleSetting } from "../../lint/config.js";
import type { Rule } from "../../lint/rule.js";
import { didYouMean } from "../../promql/spelling.js";
import { CommandError, exitStatus } from "../exit.js";

const words = ["off", "on", "error", "warning", "info"] as const satisfies readonly RuleSetting[];

/** Settings of rules as the command is given them, each as `id:severity`; a later one wins. */
export function readRuleOptions(given: readonly string[], rules: readonly Rule[]): RuleSettings {
  return Object.fromEntries(given.map((text) => readRuleOption(text, rules)));
}

function readRuleOption(text: string, rules: readonly Rule[]): readonly [string, RuleSetting] {
  const [id = "", given = "", ...more] = text.split(":");
  if (!rules.some((rule) => rule.id === id)) {
    const { message, help } = unknownRule(id, rules);
    throw new CommandError(exitStatus.usage, `--rule ${text}: ${message}`, help);
  }
  const word = words.find((known) => known === given);
  if (word && more.length === 0) return [id, word];
  const begun = given === "" ? undefined : words.find((known) => known.startsWith(given));
  const guess = begun ?? didYouMean(given, words);
  const message = `--rule ${text}: behind the name of the rule stands a colon, and one of ${words.join(", ")}`;
  throw new CommandError(
    exitStatus.usage,
    message,
    guess && given !== guess ? `did you mean \`${id}:${guess}\`?` : undefined,
  );
}
