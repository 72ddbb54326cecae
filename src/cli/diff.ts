import path from "node:path";
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch, type StructuredPatchHunk } from "diff";
import type { Colors } from "../report/colors.js";
import { visible } from "../report/visible.js";

/** A file that fixes change. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Lines taken away and added. With more, the time that the fewest such lines take grows with their square. */
const mostDifferences = 5_000;
/** Lines around a difference. */
const context = 3;

/** A change as a unified diff, which `git apply` and `patch -p1` take from the folder `base`. */
export function unifiedDiff({ path: file, before, after }: Change, base: string): string {
  const name = nameBelow(base, file);
  const limits = { context, maxEditLength: mostDifferences };
  const hunks = structuredPatch("", "", before, after, "", "", limits)?.hunks ?? [wholeHunk(before, after)];
  const patch = {
    oldFileName: `a/${name}`,
    newFileName: `b/${name}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks,
  };
  return formatPatch(patch, FILE_HEADERS_ONLY).replace(headers, withEnds);
}

/** A diff as a terminal may print it: in colours where they are on, characters that it would obey made visible. */
export function paintDiff(diff: string, colors: Colors): string {
  const lines = diff.split("\n").map((line) => {
    const shown = visible(line.replace(/[\t\r]$/, ""));
    if (line.startsWith("---") || line.startsWith("+++")) return colors.bold(shown);
    if (line.startsWith("@@")) return colors.cyan(shown);
    if (line.startsWith("-")) return colors.red(shown);
    return line.startsWith("+") ? colors.green(shown) : shown;
  });
  return lines.join("\n");
}

/** The way to a file from a folder; for a file elsewhere the way from the root. */
function nameBelow(base: string, file: string): string {
  const absolute = path.resolve(base, file);
  const relative = path.relative(base, absolute);
  const isBelow = !path.isAbsolute(relative) && relative.split(path.sep)[0] !== "..";
  return (isBelow ? relative : absolute.slice(path.parse(absolute).root.length)).replaceAll(path.sep, "/");
}

const headers = /^--- (.*)\n\+\+\+ (.*)\n/;

/** A name with a blank ends at a tab; without one, `patch` takes its end for a time. */
function withEnds(_: string, from: string, to: string): string {
  const end = (name: string): string => (name.includes(" ") && !name.startsWith('"') ? `${name}\t` : name);
  return `--- ${end(from)}\n+++ ${end(to)}\n`;
}

/** One hunk from the first line that differs to the last one. */
function wholeHunk(before: string, after: string): StructuredPatchHunk {
  const old = linesOf(before);
  const now = linesOf(after);
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const start = Math.max(0, head - context);
  const left = Math.max(0, tail - context);
  const part = (mark: string, lines: readonly string[], from: number, to: number): string[] =>
    lines.slice(from, to).flatMap((line) => markedLine(mark, line));
  return {
    oldStart: start + 1,
    oldLines: old.length - left - start,
    newStart: start + 1,
    newLines: now.length - left - start,
    lines: [
      ...part(" ", old, start, head),
      ...part("-", old, head, old.length - tail),
      ...part("+", now, head, now.length - tail),
      ...part(" ", old, old.length - tail, old.length - left),
    ],
  };
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function markedLine(mark: string, line: string): string[] {
  return line.endsWith("\n") ? [mark + line.slice(0, -1)] : [mark + line, "\\ No newline at end of file"];
}
