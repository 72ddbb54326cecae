import type { Rule } from "../lint/rule.js";
import type { Fault } from "../schema/fault.js";
import { isObject } from "../schema/object.js";
import { validateData, type Validated } from "../schema/validate.js";
import type { Config } from "./config.js";
import { configSchema } from "./schema.js";
import { unknownRule } from "./unknown-rule.js";

/** Data as a configuration that may set these rules, or what is wrong with it. Nothing at all is an empty one. */
export async function validateConfig(data: unknown, rules: readonly Rule[]): Promise<Validated<Config>> {
  const named = namedRules(data);
  const schema = configSchema(rules.filter(({ id }) => named.has(id)));
  const checked = await validateData<Config>(data ?? {}, schema);
  return "faults" in checked ? { faults: checked.faults.map((fault) => inWords(fault, rules)) } : checked;
}

/** The rules that are set somewhere: compiling the settings of all of them takes longer than a run over a few files. */
function namedRules(data: unknown): ReadonlySet<string> {
  const overrides: unknown = isObject(data) ? data["overrides"] : undefined;
  const parts = [data].concat(Array.isArray(overrides) ? overrides : []);
  const settings = parts.map((part) => (isObject(part) ? part["rules"] : undefined));
  return new Set(settings.flatMap((rules) => (isObject(rules) ? Object.keys(rules) : [])));
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
