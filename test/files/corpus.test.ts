import { expect, test } from "vitest";
import { readSource } from "../../src/files/index.js";
import { corpusFiles } from "./corpus-files.js";
import { expectWords } from "./expect-words.js";
import { loaded } from "./loaded.js";

const holding = corpusFiles
  .map(([path, text]) => [path, readSource(path, text)] as const)
  .filter(([, { queries }]) => queries.length > 0);

test.each(holding)("%s: every query is read, and each of its words has its place", (path, source) => {
  const { queries, problems, text } = source;
  expect(problems.filter(({ code }) => code !== "helm-template")).toEqual([]);
  const read = queries.filter(({ field }) => field.endsWith("expr")).map((query) => query.text);
  if (problems.length === 0) expect(read.sort()).toEqual(exprsOf(loaded(path, text)).sort());
  expect(queries.filter(({ map }) => !map.exact)).toEqual([]);
  expectWords(source);
});

test.runIf(corpusFiles.length > 0)("the corpus holds rule files and dashboards", () => {
  expect(holding.filter(([, { ruleFiles }]) => ruleFiles.length > 0).length).toBeGreaterThan(0);
  expect(holding.filter(([, { panels }]) => panels.length > 0).length).toBeGreaterThan(0);
});

/** Every text called `expr`, wherever it stands. */
function exprsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === "expr" && typeof inner === "string" && inner !== "" ? [inner] : exprsOf(inner),
  );
}
