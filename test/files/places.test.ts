import fc from "fast-check";
import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { readSource, type SourceQuery } from "../../src/files/index.js";
import { lintAlone } from "../../src/files/lint-source.js";
import { applyEdits } from "../../src/lint/fix.js";
import { findAll } from "../../src/lint/lint.js";
import { formatJson } from "../../src/report/json.js";
import { fileReport } from "../../src/report/report.js";
import { formatSarif } from "../../src/report/sarif.js";
import type { Edit, Span } from "../../src/syntax/problem.js";
import { context } from "../report/context.js";
import { corpusFiles } from "./corpus-files.js";
import { loaded, textsOf } from "./loaded.js";
import { randomFile } from "./random-files.js";
import { isYaml } from "./rules-around.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 3_000 : 200 };

/** A place as both reports print it. */
interface Printed extends Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface JsonDiagnostic {
  readonly code: string;
  readonly at: Printed;
  readonly because?: readonly { readonly at: Printed }[];
  readonly fixes?: readonly {
    readonly title: string;
    readonly edits: readonly (Printed & { readonly insert: string })[];
  }[];
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}

interface Located {
  readonly physicalLocation: { readonly region: Region };
}

interface SarifResult {
  readonly locations: readonly Located[];
  readonly relatedLocations?: readonly Located[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly { readonly replacements: readonly { readonly deletedRegion: Region }[] }[];
  }[];
}

test.each(corpusFiles)("every place in %s is exact", (path, text) => {
  expectExact(path, text);
});

test("every place in files of all kinds and styles is exact", () => {
  let places = 0;
  fc.assert(
    fc.property(randomFile, ({ path, text }) => {
      // The package that writes the file breaks lines within a character, and writes some values that it reads otherwise.
      fc.pre(!/\ud83d\\/.test(text) && (!path.endsWith(".yaml") || isYaml(text.replaceAll(/^\{\{.*$/gm, ""))));
      places += expectExact(path, text);
    }),
    runs,
  );
  expect(places).toBeGreaterThan(runs.numRuns);
});

/**
 * Each place that is printed is that of what is underlined in the query: with a word in its place the file loads, and
 * holds the query with the word in place of what is underlined. Returns how many places there are.
 */
function expectExact(path: string, text: string): number {
  const source = readSource(path, text);
  const options = { rules: all };
  const found = lintAlone(source, options).ofQueries.slice(source.problems.length);
  const report = fileReport(path, text, found);
  const { files } = JSON.parse(formatJson([report])) as { files: [{ diagnostics: JsonDiagnostic[] }] };
  const { runs } = JSON.parse(formatSarif([report], context)) as { runs: [{ results: SarifResult[] }] };
  const [{ diagnostics }] = files;
  const expected = source.queries.flatMap((query) => {
    const { use, ...rest } = query;
    const isUseKnown = query.rule !== undefined || query.panel !== undefined || use !== "range";
    const { diagnostics } = findAll(query.text, { ...options, ...rest, ...(isUseKnown && { use }) });
    return diagnostics.map((diagnostic) => ({ query, diagnostic }));
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(expected.map(({ diagnostic }) => diagnostic.code));
  expect(runs[0].results.map(regionsOf)).toEqual(
    diagnostics.map((diagnostic) => placesOf(diagnostic).map((place) => regionOf(place, text))),
  );

  const offsets = offsetsIn(text);
  const places: Change[] = [];
  const fixes: Change[] = [];
  for (const [k, { query, diagnostic }] of expected.entries()) {
    const printed = diagnostics[k];
    const spans = [diagnostic.at, ...(diagnostic.because ?? []).map(({ at }) => at)];
    for (const [n, at] of [printed?.at, ...(printed?.because ?? []).map(({ at }) => at)].entries()) {
      const span = spans[n];
      if (!span || !at) throw new Error(`no place for ${diagnostic.code}`);
      const place = offsets(at);
      expect(place).toEqual({ from: at.from, to: at.to });
      const insert = `p${places.length}p`;
      places.push({ query, wanted: [{ ...span, insert }], edits: [{ ...place, insert }] });
    }
    for (const { title, edits } of printed?.fixes ?? []) {
      const wanted = diagnostic.fixes?.find((fix) => (query.restore?.(fix.title) ?? fix.title) === title)?.edits ?? [];
      fixes.push({ query, wanted, edits: edits.map(({ insert, ...at }) => ({ ...offsets(at), insert })) });
    }
  }
  const before = new Set(textsOf(loaded(path, text)).map(squeezed));
  for (const batch of batchesOf([...places, ...fixes])) expectChanged(path, text, before, batch);
  return places.length;
}

/** A change of a query, and the one of the file that stands for it. */
interface Change {
  readonly query: SourceQuery;
  readonly wanted: readonly Edit[];
  readonly edits: readonly Edit[];
}

/** Changes of different queries can be made at once, since a file takes long to load. */
function batchesOf(changes: readonly Change[]): Change[][] {
  const batches: Change[][] = [];
  for (const change of changes) {
    const batch = batches.find((others) => others.every(({ query }) => query.map !== change.query.map));
    if (batch) batch.push(change);
    else batches.push([change]);
  }
  return batches;
}

/** The texts that differ are those which hold the queries, and differ in what is changed alone. */
function expectChanged(path: string, text: string, before: ReadonlySet<string>, batch: readonly Change[]): void {
  const edits = batch.flatMap((change) => change.edits);
  const changed = textsOf(loaded(path, applyEdits(text, edits))).map(squeezed);
  const pairs = batch.map(({ query, wanted }) =>
    [query.text, applyEdits(query.text, wanted)].map((each) => squeezed(query.restore?.(each) ?? each)),
  );
  for (const [old = "", wanted = ""] of pairs) {
    const holding = changed.filter((each) => each.includes(wanted) && (old === wanted || !before.has(each)));
    expect([wanted, holding.length > 0]).toEqual([wanted, true]);
  }
  const strange = changed.filter(
    (each) =>
      !before.has(each) && !pairs.some(([old = "", wanted = ""]) => before.has(each.replace(wanted, () => old))),
  );
  expect(strange).toEqual([]);
}

/**
 * The word may stand where a line is folded, or end a line that it then does not end any more; a query within the words of
 * Grafana may come to end with a line break before their comma.
 */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(" ,", ",").trim();
}

/** Finds where printed lines and columns are; a byte order mark is in no column. */
function offsetsIn(text: string): (place: Printed) => Span {
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const lengths = text
    .slice(mark)
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .map(({ length }) => length);
  const offset = (line: number, column: number): number =>
    lengths.slice(0, line - 1).reduce((sum, length) => sum + length, mark) + column - 1;
  return ({ line, column, endLine, endColumn }) => ({ from: offset(line, column), to: offset(endLine, endColumn) });
}

function placesOf({ at, because = [], fixes = [] }: JsonDiagnostic): Printed[] {
  return [at, ...because.map((cause) => cause.at), ...fixes.flatMap(({ edits }) => edits)];
}

function regionOf({ from, to, line, column, endLine, endColumn }: Printed, text: string): Region {
  const charOffset = from - (text.startsWith("\ufeff") ? 1 : 0);
  return { startLine: line, startColumn: column, endLine, endColumn, charOffset, charLength: to - from };
}

function regionsOf({ locations, relatedLocations = [], fixes = [] }: SarifResult): Region[] {
  return [
    ...[...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation.region),
    ...fixes.flatMap(({ artifactChanges }) =>
      artifactChanges.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion)),
    ),
  ];
}
