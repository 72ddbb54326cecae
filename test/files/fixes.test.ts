import fc from "fast-check";
import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { fixSource, formatSource, lintSource, readSource, type Source } from "../../src/files/index.js";
import { around, withoutZeroFor } from "./around.js";
import { corpusFiles } from "./corpus-files.js";
import { loaded, mapTexts } from "./loaded.js";
import { randomFile } from "./random-files.js";
import { isYaml } from "./rules-around.js";

/** A fix of the last changes no query, but takes a field away. */
const rules = all.filter(({ id }) => id !== "zero-for");
const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 3_000 : 150 };

/** What changes the queries of a file, and how often it finds something left to do. */
const changes = {
  "--fix": {
    apply: (source: Source) => fixSource(source, { rules }).source.text,
    left: (source: Source) => fixableOf(source, ["safe"]),
  },
  "--fix-review": {
    apply: (source: Source) => fixSource(source, { rules, review: true }).source.text,
    left: (source: Source) => fixableOf(source, ["safe", "review"]),
  },
  fmt: {
    apply: (source: Source) => formatSource(source).text,
    left: (source: Source) => (formatSource(source).changed === 0 ? [] : ["a query is formatted anew"]),
  },
} as const;
type Change = (typeof changes)[keyof typeof changes];
const named = Object.entries(changes);

test.each(corpusFiles.flatMap(([path, text]) => named.map(([name, change]) => [name, path, text, change] as const)))(
  "%s of %s changes queries alone, and leaves nothing to do",
  (_name, path, text, change) => {
    const changed = expectQueriesChanged(path, text, change);
    expect(change.left(changed)).toEqual([]);
    expect(findingsOf(readSource(path, text))).toEqual(expect.arrayContaining(findingsOf(changed)));
  },
);

test.each(named)("%s of files of all kinds and styles changes queries alone, and leaves nothing to do", (_, change) => {
  let changed = 0;
  fc.assert(
    fc.property(randomFile, ({ path, text }) => {
      fc.pre(!/\ud83d\\/.test(text) && (!path.endsWith(".yaml") || isYaml(text.replaceAll(/^\{\{.*$/gm, ""))));
      const { text: after } = expectQueriesChanged(path, text, change);
      if (after !== text) changed++;
    }),
    runs,
  );
  expect(changed).toBeGreaterThan(runs.numRuns / 3);
});

/** Between the queries each byte is as before, the file loads as before, and a second run changes nothing. */
function expectQueriesChanged(path: string, text: string, { apply }: Change): Source {
  const source = readSource(path, text);
  const changed = readSource(path, apply(source));
  const queries = new Set([source, changed].flatMap((each) => each.queries.map(textOf)));
  const withoutQueries = (content: string): unknown =>
    mapTexts(loaded(path, withoutZeroFor(content)), (each) =>
      queries.has(each.trim()) || isVariable.test(each) ? "" : each,
    );
  expect(around(changed)).toEqual(around(source));
  expect(withoutQueries(changed.text)).toEqual(withoutQueries(text));
  expect(changed.problems).toHaveLength(source.problems.length);
  expect(apply(changed)).toBe(changed.text);
  return changed;
}

/** A query within the words of Grafana. */
const isVariable = /^(?:label_values|query_result)\(/;

function textOf({ text, restore }: Source["queries"][number]): string {
  return (restore?.(text) ?? text).trim();
}

function fixableOf(source: Source, safeties: readonly string[]): string[] {
  return lintSource(source, { rules })
    .filter(({ fixes }) => safeties.includes(fixes?.[0]?.safety ?? ""))
    .map(({ code, message }) => `${code}: ${message}`);
}

function findingsOf(source: Source): string[] {
  return lintSource(source, { rules }).map(({ code, field }) => `${code}: ${field}`);
}
