import path from "node:path";
import { all } from "../../../rules/index.js";
import type { Config, Configuration, ConfigLayer } from "../../config/config.js";
import { readOwnRules } from "../../config/own-rules.js";
import { validateConfig } from "../../config/validate-config.js";
import type { Rule } from "../../lint/rule.js";
import { isObject } from "../../schema/object.js";
import { isScript, readConfigData, type ConfigData } from "./config-data.js";
import { reject } from "./config-problem.js";
import { guardRule } from "./guard-rule.js";
import { basesOf, type Base } from "./extends.js";
import { shownPath } from "../paths.js";

/** Reads a configuration with all that it extends; ends the command where one of them is wrong. */
export async function loadConfig(file: string): Promise<Configuration> {
  return load({ file, folder: path.dirname(file) }, []);
}

/** `trail` are the files that led to this one. */
async function load(
  { file, folder }: Extract<Base, { file: string }>,
  trail: readonly string[],
): Promise<Configuration> {
  const read = await readConfigData(file);
  const layers: ConfigLayer[] = [];
  const inherited = new Set<Rule>();
  for (const base of basesOf(read, { file, folder }, trail)) {
    const loaded = "file" in base ? await load(base, [...trail, file]) : { layers: [base], rules: [] };
    layers.push(...loaded.layers);
    for (const rule of loaded.rules) inherited.add(rule);
  }
  const known = [...new Set([...all, ...inherited])];
  refuseTwins(read, known);
  const rules = withOwnRules(read, isScript(file), known);
  const config = await check(read, isScript(file), rules);
  const placeOf = (keys: readonly string[]): string => read.problemOf({ keys, message: "" }).where;
  return { layers: [...layers, { name: shownPath(file), folder, config, placeOf }], rules };
}

const ownKey = "ownRules";

/** Two things that it extends may bring rules of one name. */
function refuseTwins({ problemOf }: ConfigData, rules: readonly Rule[]): void {
  const twin = rules.find(({ id }, k) => rules.findIndex((rule) => rule.id === id) !== k);
  if (!twin) return;
  const message = `the rule \`${twin.id}\` is brought twice`;
  reject([problemOf({ keys: ["extends"], message, help: "extend one of the two" })]);
}

function withOwnRules({ data, problemOf }: ConfigData, script: boolean, known: readonly Rule[]): readonly Rule[] {
  const own = readOwnRules(script && isObject(data) ? data[ownKey] : undefined, known);
  return "fault" in own ? reject([problemOf(own.fault)]) : [...known, ...own.rules.map(guardRule)];
}

async function check({ data, problemOf }: ConfigData, script: boolean, rules: readonly Rule[]): Promise<Config> {
  const checked = await validateConfig(script && isObject(data) ? without(data, ownKey) : data, rules);
  if ("value" in checked) return checked.value;
  const [first, ...others] = checked.faults.map(problemOf);
  if (!first) throw new Error("a configuration is refused without a reason");
  return reject([first, ...others]);
}

function without(data: Readonly<Record<string, unknown>>, key: string): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== key));
}
