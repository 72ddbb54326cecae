import path from "node:path";
import type { Configuration } from "../config/config.js";
import type { ConfigFor } from "./config/configs.js";
import { folderPatterns, isWithin, patternsOf, readPatterns, repositories, type Patterns } from "./ignore-patterns.js";

/** Which files are left out. */
export interface IgnoreOptions {
  /** False where nothing is left out. */
  readonly ignore: boolean;
  /** A file to read instead of each `.promql-lintignore`. */
  readonly ignorePath?: string;
  /** More patterns, relative to the working folder. */
  readonly ignorePattern: readonly string[];
}

/** Whether a file is left out. */
export type IsIgnored = (file: string) => Promise<boolean>;

/**
 * Leaves out what `.gitignore` and `.promql-lintignore` say in each folder from that of the repository downward, then
 * what `--ignore-path`, the configuration and `--ignore-pattern` say. As in git, what stands later wins, and nothing
 * below a folder that is left out comes back.
 */
export function ignoring(options: IgnoreOptions, configFor: ConfigFor): IsIgnored {
  if (!options.ignore) return () => Promise.resolve(false);
  const own = ownPatterns(options);
  const inFolder = folderPatterns(options.ignorePath === undefined);
  const rootOf = repositories();
  const decided = new Map<Configuration, Map<string, boolean>>();
  return async (file) => {
    const absolute = path.resolve(file);
    const configuration = await configFor(file);
    const known = decided.get(configuration) ?? new Map<string, boolean>();
    decided.set(configuration, known);
    const root = rootOf(path.dirname(absolute));
    const above = [own.fromFile, ...configuration.layers.map(layerPatterns), own.fromOptions].flat();
    const isLeftOut = (target: string, folder: boolean): boolean => {
      const parent = path.dirname(target);
      const before = known.get(target);
      if (before !== undefined) return before;
      const below = foldersBetween(root, parent).flatMap(inFolder);
      const answer = parent !== target && (isLeftOut(parent, true) || decide([...below, ...above], target, folder));
      known.set(target, answer);
      return answer;
    };
    return isLeftOut(absolute, false);
  };
}

function ownPatterns({
  ignorePath,
  ignorePattern,
}: IgnoreOptions): Readonly<Record<"fromFile" | "fromOptions", readonly Patterns[]>> {
  const folder = process.cwd();
  return {
    fromFile: ignorePath === undefined ? [] : [patternsOf(folder, readPatterns(ignorePath))],
    fromOptions: ignorePattern.length > 0 ? [patternsOf(folder, ignorePattern)] : [],
  };
}

const byLayer = new WeakMap<Configuration["layers"][number], Patterns>();

function layerPatterns(layer: Configuration["layers"][number]): readonly Patterns[] {
  const { folder, config } = layer;
  if (!config.ignorePatterns) return [];
  const patterns = byLayer.get(layer) ?? patternsOf(folder, config.ignorePatterns);
  byLayer.set(layer, patterns);
  return [patterns];
}

/** From a folder down to one below it, both included; none where it is not below. */
function foldersBetween(top: string, bottom: string): readonly string[] {
  if (top === bottom) return [top];
  if (!isWithin(top, bottom)) return [];
  return [...foldersBetween(top, path.dirname(bottom)), bottom];
}

/** What the last patterns say that say something about the file or folder itself. */
function decide(all: readonly Patterns[], target: string, folder: boolean): boolean {
  for (const { folder: base, test } of all.toReversed()) {
    if (base === target || !isWithin(base, target)) continue;
    const way = path.relative(base, target).replaceAll(path.sep, "/");
    const answer = test(folder ? `${way}/` : way);
    if (answer !== undefined) return answer;
  }
  return false;
}
