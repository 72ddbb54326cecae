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
  const known = rules.map((rule) => rule.id);
  if (!known.includes(id)) throw otherSign(text, known) ?? unknownId(text, id, rules);
  const word = words.find((each) => each === given);
  if (word && more.length === 0) return [id, word];
  const guess = settingMeant(given);
  throw wrongSetting(text, guess && given !== guess ? `${id}:${guess}` : undefined);
}

function unknownId(text: string, id: string, rules: readonly Rule[]): CommandError {
  const { message, help } = unknownRule(id, rules);
  return new CommandError(exitStatus.usage, `--rule ${text}: ${message}`, help);
}

/** Where another sign than the colon stands behind the name: other commands take `name=value`. */
function otherSign(text: string, ids: readonly string[]): CommandError | undefined {
  const [, id, given = ""] = /^([\w-]+)[=\s]+(\w*)$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  const meant = didYouMean(id, ids);
  return wrongSetting(text, meant === undefined ? undefined : `${meant}:${settingMeant(given) ?? "off"}`);
}

function settingMeant(given: string): string | undefined {
  const begun = given === "" ? undefined : words.find((known) => known.startsWith(given));
  return begun ?? didYouMean(given, words);
}

function wrongSetting(text: string, meant: string | undefined): CommandError {
  const message = `--rule ${text}: behind the name of the rule stands a colon, and one of ${words.join(", ")}`;
  return new CommandError(exitStatus.usage, message, meant === undefined ? undefined : `did you mean \`${meant}\`?`);
}
