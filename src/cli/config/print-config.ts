import path from "node:path";
import { mergeLayers, mergeRuleSettings } from "../../config/merge.js";
import type { Configuration } from "../../config/config.js";
import type { RuleSetting } from "../../lint/config.js";
import { formatDuration } from "../../promql/durations.js";
import { exitStatus } from "../exit.js";
import type { OptionsFor } from "../file-options.js";
import { ignoring, type IgnoreOptions } from "../ignored.js";
import { shownPath, wayFrom } from "../paths.js";
import { write } from "../terminal.js";
import type { ConfigFor } from "./configs.js";
import { ofTheRun } from "./of-the-run.js";
import type { OverridingOptions } from "./options-for.js";
import { readRuleOptions } from "./rule-options.js";

/** Prints as JSON what holds for a file, whether or not it is there; returns the exit status. */
export async function printConfig(
  file: string,
  options: IgnoreOptions & OverridingOptions,
  configFor: ConfigFor,
  optionsFor: OptionsFor,
): Promise<number> {
  const configuration = await configFor(file);
  const merged = await mergeLayers(configuration.layers, (folder) => wayFrom(folder, file));
  const { settings, inlineConfig } = await optionsFor(file);
  const given = readRuleOptions(options.rule, configuration.rules);
  const metrics = merged.metrics.map(({ folder, path: name }) => shownPath(path.resolve(folder, name)));
  const printed = {
    file,
    ignored: await ignoring(options, configFor)(file),
    from: configuration.layers.map(({ name }) => name),
    rules: allSettings(configuration, mergeRuleSettings(merged.rules, given)),
    prometheus: merged.prometheus,
    scrapeInterval: settings?.scrapeInterval === undefined ? undefined : formatDuration(settings.scrapeInterval),
    metrics: [...options.metrics, ...metrics],
    use: merged.use,
    ignorePatterns: configuration.layers.flatMap(({ config }) => config.ignorePatterns ?? []),
    ...ofTheRun(configuration),
    ...(inlineConfig && {
      reportUnusedDisableDirectives: inlineConfig.unused,
      requireDisableReason: inlineConfig.requireReason,
    }),
  };
  await write(process.stdout, `${JSON.stringify(printed, null, 2)}\n`);
  return exitStatus.ok;
}

/** The setting of every rule, sorted, with the severity where the rule's own holds. */
function allSettings({ rules }: Configuration, settings: Readonly<Record<string, RuleSetting>>): object {
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(
    sorted.map(({ id, severity }): readonly [string, RuleSetting] => {
      const setting: RuleSetting = (Object.hasOwn(settings, id) ? settings[id] : undefined) ?? "on";
      if (typeof setting === "string") return [id, setting === "on" ? severity : setting];
      const [word, values] = setting;
      return [id, [word === "on" ? severity : word, values]];
    }),
  );
}
