import type { Copies, SourceWithOptions } from "../../files/index.js";
import type { FileOptions } from "../file-options.js";
import type { ReadFile } from "../load-file.js";
import type { Cache } from "./cache.js";
import { hashOf } from "./entry.js";
import { factsOf } from "./lazy-source.js";

/**
 * Takes from the cache what has been found in a file under the same options, or finds it and puts it there. What rules find
 * that compare files, and what comments say, is no part of it.
 */
export function lintCached(
  { input, source, kept }: ReadFile,
  options: FileOptions,
  copies: Copies,
  cache: Cache,
): SourceWithOptions {
  const hash = hashOfOptions(options);
  if (hash === undefined) return { source, options };
  if (kept?.options === hash) return { source, options, alone: kept };

  const alone = copies.lintAlone(source, options);
  cache.write(input.path, input.text, { facts: factsOf(source), options: hash, ...alone });
  return { source, options, alone };
}

/** `undefined` where it cannot be told what the options come from. */
function hashOfOptions({ inputs, settings, use, prometheus }: FileOptions): string | undefined {
  if (inputs === undefined) return undefined;
  const data = [inputs, settings, use, prometheus];
  return hashOf(
    JSON.stringify(data, (_key, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value)),
  );
}
