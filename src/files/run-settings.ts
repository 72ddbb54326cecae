import type { LintOptions } from "../lint/lint.js";
import type { Settings } from "../lint/rule.js";
import { scrapeSettings } from "./scrape-settings.js";
import type { Source } from "./source.js";

/** What the files of a run say together for {@link Settings}: how often targets are scraped, what recording rules give. */
export function runSettings(sources: readonly Source[]): Settings {
  return { ...scrapeSettings(sources), ...recordedSettings(sources, {}) };
}

/** Options that also tell what the recording rules of some files give. */
export function withRecorded(options: LintOptions, sources: readonly Source[]): LintOptions {
  const { settings = {} } = options;
  return { ...options, settings: { ...settings, ...recordedSettings(sources, settings) } };
}

function recordedSettings(sources: readonly Source[], settings: Settings): Settings {
  const recorded = new Set([...(settings.recorded ?? []), ...sources.flatMap((source) => source.recorded)]);
  return recorded.size > 0 ? { recorded } : {};
}
