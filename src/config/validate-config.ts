import type { Rule } from "../lint/rule.js";
import type { Fault } from "../schema/faults.js";
import { validateData, type Validated } from "../schema/validate.js";
import type { Config } from "./config.js";
import { configSchema } from "./schema.js";
import { unknownRule } from "./unknown-rule.js";

/** Data as a configuration that may set these rules, or what is wrong with it. Nothing at all is an empty one. */
export async function validateConfig(data: unknown, rules: readonly Rule[]): Promise<Validated<Config>> {
  const checked = await validateData<Config>(data ?? {}, configSchema(rules));
  return "faults" in checked ? { faults: checked.faults.map((fault) => inWords(fault, rules)) } : checked;
}

/** What the schema calls a key may have a name of its own. */
function inWords(fault: Fault, rules: readonly Rule[]): Fault {
  const [key = "", parent] = fault.keys.toReversed();
  if (fault.atKey && parent === "rules") return { ...fault, ...unknownRule(key, rules) };
  if (fault.atKey && fault.keys.length === 1 && key === "ownRules") {
    return { ...fault, help: "rules of your own stand in a promql-lint.config.js" };
  }
  return fault;
}
