import path from "node:path";
import { all } from "../../../rules/index.js";
import { ruleBinder, type BindRules } from "../../config/bound-rules.js";
import type { Configuration } from "../../config/config.js";
import { mergeLayers, mergeRuleSettings, type MergedConfig } from "../../config/merge.js";
import { parseDuration } from "../../promql/durations.js";
import type { FileOptions, OptionsFor } from "../file-options.js";
import { namedFile } from "../find-files.js";
import { readInput } from "../inputs.js";
import { readMetrics, type ExpositionFile } from "../metrics.js";
import { shownPath, wayFrom } from "../paths.js";
import type { ConfigFor } from "./configs.js";
import { readRuleOptions } from "./rule-options.js";

/** The options of the command that beat every configuration. */
export interface OverridingOptions {
  /** Settings of rules, each as `id:severity`. */
  readonly rule: readonly string[];
  /** Paths of texts that exporters serve. */
  readonly metrics: readonly string[];
  /** In seconds. */
  readonly scrapeInterval?: number;
  readonly inlineConfig: boolean;
  readonly reportUnusedDisableDirectives: boolean;
  /** Whether what the options come from is to be told. */
  readonly cache?: boolean;
}

/** Says how each file is linted. Files for which the same holds get the same object. */
export async function optionsFor(overriding: OverridingOptions, configFor: ConfigFor): Promise<OptionsFor> {
  const known = new Map<Configuration, Map<string, Promise<FileOptions>>>();
  const bind = ruleBinder();
  const ruleSettings =
    overriding.rule.length > 0 ? readRuleOptions(overriding.rule, (await configFor(undefined)).rules) : {};
  return async (file) => {
    const configuration = await configFor(file);
    const pathFrom = file === undefined ? undefined : (folder: string) => wayFrom(folder, file);
    const merged = await mergeLayers(configuration.layers, pathFrom);
    const key = JSON.stringify(merged);
    const ofConfiguration = known.get(configuration) ?? new Map<string, Promise<FileOptions>>();
    known.set(configuration, ofConfiguration);
    const rules = mergeRuleSettings(merged.rules, ruleSettings);
    const options = ofConfiguration.get(key) ?? resolve({ ...merged, rules }, overriding, configuration, bind);
    ofConfiguration.set(key, options);
    return options;
  };
}

async function resolve(
  merged: MergedConfig,
  overriding: OverridingOptions,
  configuration: Configuration,
  bind: BindRules,
): Promise<FileOptions> {
  const { prometheus, use } = merged;
  const scrapeInterval = overriding.scrapeInterval ?? secondsOf(merged.scrapeInterval);
  const metrics: ExpositionFile[] = [
    ...overriding.metrics.map((name) => ({ path: name })),
    ...merged.metrics.map(({ folder, path: name, layer, keys }) => ({
      path: shownPath(path.resolve(folder, name)),
      namedAt: () => configuration.layers.find((each) => each.name === layer)?.placeOf?.(keys),
    })),
  ];
  const inputs = overriding.cache ? await inputsOf(configuration, merged, metrics) : undefined;
  return {
    rules: bind(configuration.rules, merged.rules),
    metrics: await readMetrics(metrics),
    settings: scrapeInterval === undefined ? {} : { scrapeInterval },
    ...(prometheus && { prometheus }),
    ...(use && { use }),
    inlineConfig: overriding.inlineConfig && {
      unused: overriding.reportUnusedDisableDirectives ? "error" : (merged.reportUnusedDisableDirectives ?? "warning"),
      requireReason: merged.requireDisableReason ?? false,
      rules: configuration.rules.map(({ id }) => id),
    },
    ...(inputs !== undefined && { inputs }),
  };
}

/** What settles which findings a file has. Standard input is read once, and rules of one's own may do anything. */
async function inputsOf(
  { rules }: Configuration,
  merged: MergedConfig,
  metrics: readonly ExpositionFile[],
): Promise<string | undefined> {
  if (rules.some((rule) => !all.includes(rule))) return undefined;
  const files = metrics.map(({ path: name }) => namedFile(name));
  if (files.some(({ stdin }) => stdin)) return undefined;
  const texts = await Promise.all(files.map((file) => readInput(file)));
  return JSON.stringify([merged, texts]);
}

/** The schema lets only durations through; one of many centuries is none that is scraped at. */
function secondsOf(duration: string | undefined): number | undefined {
  const seconds = duration === undefined ? undefined : parseDuration(duration);
  return typeof seconds === "number" ? seconds : undefined;
}
