import { lintAlone, type FoundAlone, type SourceOptions } from "./lint-source.js";
import { isReadAlike, readSource } from "./read.js";
import type { Source } from "./source.js";

/** Reads and lints the files of a run. Of files with the same text one is read and linted, and the others are its copies. */
export interface Copies {
  /** As {@link readSource}. */
  readonly read: (path: string, text: string) => Source;
  /** As {@link lintAlone}, which answers the same for copies that share an object of options. */
  readonly lintAlone: (source: Source, options: SourceOptions) => FoundAlone;
}

/** Nothing has been read yet. */
export function copies(): Copies {
  const byText = new Map<string, Source>();
  const originals = new WeakMap<Source, Source>();
  const found = new WeakMap<SourceOptions, Map<Source, FoundAlone>>();

  return {
    read(path, text) {
      const original = byText.get(text);
      if (!original || !isReadAlike(original.path, path)) {
        const source = readSource(path, text);
        byText.set(text, source);
        return source;
      }
      const copy = copyOf(original, path);
      originals.set(copy, original);
      return copy;
    },

    lintAlone(source, options) {
      const original = originals.get(source) ?? source;
      const known = found.get(options) ?? new Map<Source, FoundAlone>();
      found.set(options, known);
      const alone = known.get(original) ?? lintAlone(source, options);
      known.set(original, alone);
      return alone;
    },
  };
}

/** The same under another name, which its rule files have as well. */
function copyOf(source: Source, path: string): Source {
  return { ...source, path, ruleFiles: source.ruleFiles.map((file) => ({ ...file, path })) };
}
