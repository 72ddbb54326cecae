import type { Rule } from "../../lint/rule.js";
import { isRule } from "../../config/own-rules.js";
import { isObject } from "../../schema/object.js";
import { CommandError, exitStatus } from "../exit.js";
import { thrownText } from "./thrown.js";

const guarded = new WeakMap<Rule, Rule>();

/** A rule that a configuration brings, made to end the command with its name where it fails or gives no findings. */
export function guardRule(rule: Rule): Rule {
  const known = guarded.get(rule);
  if (known) return known;
  const fail = (message: string): never => {
    throw new CommandError(exitStatus.failure, `the rule \`${rule.id}\` ${message}`, "correct the rule");
  };
  const check = (...given: readonly unknown[]): readonly unknown[] => {
    const findings = run(() => Reflect.apply(rule.check, rule, given));
    if ("error" in findings) return fail(`fails: ${findings.error}`);
    if (!findings.value.every(isFinding)) return fail("gives a finding without `message` or `at`");
    return findings.value;
  };
  const result: unknown = { ...rule, check };
  if (!isRule(result)) throw new Error(`the rule \`${rule.id}\` is none any more`);
  guarded.set(rule, result);
  return result;
}

function run(check: () => unknown): { readonly value: readonly unknown[] } | { readonly error: string } {
  try {
    const found = check();
    return isIterable(found) ? { value: [...found] } : { error: "`check` returns nothing to iterate over" };
  } catch (error) {
    return { error: thrownText(error) };
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** `at` is a span of the query, or a place with one. */
function isFinding(finding: unknown): boolean {
  if (!isObject(finding) || typeof finding["message"] !== "string" || !isObject(finding["at"])) return false;
  const { span = finding["at"] } = finding["at"];
  return isObject(span) && Number.isInteger(span["from"]) && Number.isInteger(span["to"]);
}
