import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesEmptyText } from "../src/analysis/matchers/empty-pattern.js";
import { placeAtEnd } from "../src/codemirror/cursor-place.js";
import { readData } from "../src/embedded/read-data.js";
import { parseBound } from "../src/engine/functions/buckets.js";
import { createStorage } from "../src/engine/index.js";
import { parseNotedSeries } from "../src/engine/readers/series-notation.js";
import { parseExposition } from "../src/exposition/parse.js";
import { readSource } from "../src/files/index.js";
import { blockScalarOf } from "../src/files/helm/lines.js";
import { isLogQL } from "../src/files/grafana/logql.js";
import { variableQuery } from "../src/files/grafana/variable-query.js";
import { alternativesOf } from "../src/promql/alternatives.js";
import { redundantAnchors } from "../src/promql/anchors.js";
import { misreadPattern } from "../src/query/misread-pattern.js";
import { formatText } from "../src/syntax/format-text.js";
import { grafanaVariables } from "../src/syntax/grafana-variables.js";
import { parse } from "../src/syntax/parse.js";
import { sprintf } from "../src/templates/go-format.js";
import { parseTemplate } from "../src/templates/parse.js";
import { runScriptFile, testKind } from "../src/testing/index.js";

const full = process.env["PROMQL_LINT_FULL"] === "1";

/** In UTF-16 units. */
const length = full ? 100_000 : 24_000;

/** CPU time that is not looked into, in milliseconds. */
const quick = 30;

/** How much more a text may take that is four times as long; with a square it is 16 times. */
const most = 10;

/** What a text is repeated of. Most of it is never closed, or may be read in several ways. */
const pieces: readonly string[] = [
  ...[" ", "\n", "\r\n", "# \n", "a", "1", "_", ",", ".", "|", "-", "\\", "`", '"', "'", "é"],
  ...["[", "[a=", "[a", "[^", "{", "{{", "{a", "}", "(", ")", "<", "=", ":", "/", "*", "@", "$", "${", "${a", "[[a"],
  ...["%", "%[", "%.[", '\\"', "\\'", "a.b", "a, ", "  or", "and ", "\\Q", "\\x{", "(?", "1m ", "{{ a", "}} {{", "- |"],
  ...["\ud83d", "\0"],
];

/** The readers of texts, each with a text in the place where it is read. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "a query": (text) => parse(text),
  "a query of a dashboard": (text) => parse(text, { variables: "grafana" }),
  "the braces of a selector": (text) => parse(`up{${text}`),
  "braces that are closed": (text) => parse(`up{5m${text}}`),
  "the brackets of a selector": (text) => parse(`up[${text}`),
  "what follows a selector": (text) => parse(`up ${text}`),
  "a statement of SQL": (text) => parse(`select a where c${text.slice(0, 900)}`),
  "a pattern": (text) => [alternativesOf(text), redundantAnchors(`^${text}`), matchesEmptyText(text)],
  "a pattern that fits nothing": (text) => misreadPattern(text.slice(0, 500), ["a", "b"]),
  "a query that is formatted": (text) => formatText(`sum(up) ${text}\n+ up`),
  "a query that is completed": (text) => placeAtEnd(`rate(up[${text}`, {}),
  "a bound of a bucket": (text) => parseBound(text),
  "variables of a dashboard": (text) => Array.from(grafanaVariables(text)),
  "the query of a variable": (text) => variableQuery(`label_values(${text}`),
  "what may be LogQL": (text) => isLogQL(`|${text}`),
  "a line of a Helm template": (text) => blockScalarOf(`a: ${text}`),
  "a rule file": (text) => readSource("a.yaml", `groups:\n- name: g\n  rules:\n  - alert: a\n    expr: ${text}`),
  "a document": (text) => readSource("a.md", `${text}\n\`\`\`promql\n${text}`),
  "a template": (text) => parseTemplate(text),
  "an action of a template": (text) => parseTemplate(`{{ ${text} }}`),
  "a format of Go": (text) => sprintf(text, []),
  "an exposition": (text) => parseExposition(text),
  "a label of an exposition": (text) => parseExposition(`a{b="${text}`),
  "a file that may hold tests": (text) => testKind("a.yaml", `${text}a: 1`),
  "a test script": (text) => runScriptFile("a.test", `load 30s\n  a ${text}\neval instant at 5m ${text}`),
  "values of a series": (text) => parseNotedSeries(`up ${text}`),
  "a series": (text) => parseNotedSeries(text),
  data: (text) => readData(createStorage(), `${text}a 1`, "a", 0),
};

test.each(Object.entries(readers))("four times as much of %s takes about four times as long", (_, read) => {
  expect(pieces.filter((piece) => growsTooFast(read, piece))).toEqual([]);
});

test("so does any other repetition", () => {
  const piece = fc.string({ unit: fc.constantFrom(...pieces), minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(piece, fc.constantFrom(...Object.values(readers)), (text, read) => {
      expect(growsTooFast(read, text)).toBe(false);
    }),
    { numRuns: full ? 2000 : 40 },
  );
});

function growsTooFast(read: (text: string) => unknown, piece: string): boolean {
  const isSlow = (): boolean => {
    const long = costOf(read, piece, length);
    return long > quick && long > most * costOf(read, piece, length / 4) + quick;
  };
  // Memory is tidied up at times of its own.
  return isSlow() && isSlow();
}

/** The processor time in milliseconds: what else runs on the machine does not count. */
function costOf(read: (text: string) => unknown, piece: string, units: number): number {
  const text = piece.repeat(units / piece.length);
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
