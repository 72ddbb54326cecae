import { lintQueries, lintRulesOf, readSource, type SourceWithOptions } from "../../files/index.js";
import type { FileOptions } from "../file-options.js";
import { cacheKey, type Cache } from "./cache.js";
import { factsOf, lazySource } from "./lazy-source.js";

/**
 * Takes from the cache what has been found in a text, or finds it and puts it there. What rules find that compare files,
 * and what comments say, is no part of it.
 */
export function lintCached(path: string, text: string, options: FileOptions, cache: Cache): SourceWithOptions {
  const { inputs, settings, use, prometheus } = options;
  if (inputs === undefined) return { source: readSource(path, text), options };

  const key = cacheKey(path, text, JSON.stringify([inputs, settings, use, prometheus]));
  const entry = cache.read(path, key);
  if (entry) {
    const { facts, ofQueries, ofRules } = entry;
    return { source: lazySource(path, text, facts), options, ofQueries, ofRules };
  }
  const source = readSource(path, text);
  const found = { ofQueries: lintQueries(source, options), ofRules: lintRulesOf(source, options) };
  cache.write(path, key, { facts: factsOf(source), ...found });
  return { source, options, ...found };
}
