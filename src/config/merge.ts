import type { RuleSetting } from "../lint/config.js";
import { type ConfigLayer, type FileConfig, type RuleSettings } from "./config.js";

/** A path, the folder to which it is relative, and where it is written. */
export interface PathIn {
  readonly folder: string;
  readonly path: string;
  /** The name of the layer that holds it. */
  readonly layer: string;
  /** The way to it in that layer. */
  readonly keys: readonly string[];
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
  for (const layer of layers) {
    const { folder, config } = layer;
    merged = merge(merged, config, layer, []);
    if (!pathFrom || !config.overrides) continue;
    const { holdsFor } = await import("./holds-for.js");
    const file = pathFrom(folder);
    for (const [k, override] of config.overrides.entries()) {
      if (holdsFor(override, file)) merged = merge(merged, override, layer, ["overrides", String(k)]);
    }
  }
  return merged;
}

/** `keys` lead to `above` in its layer. */
function merge(
  below: MergedConfig,
  above: FileConfig,
  { name, folder }: ConfigLayer,
  keys: readonly string[],
): MergedConfig {
  const { rules, prometheus, scrapeInterval, metrics, use, reportUnusedDisableDirectives, requireDisableReason } =
    above;
  return {
    ...below,
    rules: mergeRuleSettings(below.rules, rules ?? {}),
    metrics: [
      ...(metrics ?? []).map((path, k) => ({ folder, path, layer: name, keys: [...keys, "metrics", String(k)] })),
      ...below.metrics,
    ],
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
