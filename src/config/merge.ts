import type { RuleSetting } from "../lint/config.js";
import { type ConfigLayer, type FileConfig, type RuleSettings } from "./config.js";

/** A path, and the folder to which it is relative. */
export interface PathIn {
  readonly folder: string;
  readonly path: string;
}

/** What the layers of a configuration say of one file together. */
export interface MergedConfig extends Omit<FileConfig, "metrics"> {
  readonly rules: RuleSettings;
  /** The paths, each with the folder to which it is relative; those that win stand first. */
  readonly metrics: readonly PathIn[];
}

/**
 * What holds for a file. `pathFrom` gives the way from a folder to the file, with slashes; without it, for a query that
 * stands in no file, no override holds.
 */
export async function mergeLayers(
  layers: readonly ConfigLayer[],
  pathFrom?: (folder: string) => string,
): Promise<MergedConfig> {
  let merged: MergedConfig = { rules: {}, metrics: [] };
  for (const { folder, config } of layers) {
    merged = merge(merged, config, folder);
    if (!pathFrom || !config.overrides) continue;
    const { holdsFor } = await import("./holds-for.js");
    const file = pathFrom(folder);
    for (const override of config.overrides) if (holdsFor(override, file)) merged = merge(merged, override, folder);
  }
  return merged;
}

function merge(below: MergedConfig, above: FileConfig, folder: string): MergedConfig {
  const { rules, prometheus, scrapeInterval, metrics, use, reportUnusedDisableDirectives, requireDisableReason } =
    above;
  return {
    ...below,
    rules: mergeRuleSettings(below.rules, rules ?? {}),
    metrics: [...(metrics ?? []).map((path) => ({ folder, path })), ...below.metrics],
    ...(prometheus && { prometheus: { ...below.prometheus, ...prometheus } }),
    ...(scrapeInterval !== undefined && { scrapeInterval }),
    ...(use && { use }),
    ...(reportUnusedDisableDirectives !== undefined && { reportUnusedDisableDirectives }),
    ...(requireDisableReason !== undefined && { requireDisableReason }),
  };
}

/** Settings on top of others. A word alone leaves the options as they were. */
export function mergeRuleSettings(below: RuleSettings, above: RuleSettings): RuleSettings {
  const merged: Record<string, RuleSetting> = { ...below };
  for (const [id, setting] of Object.entries(above)) {
    const before = Object.hasOwn(below, id) ? below[id] : undefined;
    const keepsOptions = typeof setting === "string" && setting !== "off" && typeof before === "object";
    merged[id] = keepsOptions ? [setting, before[1]] : setting;
  }
  return merged;
}
