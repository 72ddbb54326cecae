import { parser } from "@prometheus-io/lezer-promql";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lex } from "../../src/syntax/lex.js";
import { functionInfo } from "../../src/promql/functions.js";
import { parse } from "../../src/syntax/parse.js";
import { nodesOf } from "../../src/syntax/walk.js";
import { pieces, query } from "./queries.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] === "1" ? 50_000 : 2000 };
const edited = fc.tuple(query, fc.constantFrom(...pieces), fc.nat(), fc.nat(3)).map(([text, piece, start, length]) => {
  const from = start % text.length;
  return text.slice(0, from) + piece + text.slice(from + length);
});

/** What lezer-promql does not read, or reads though Prometheus does not: its known differences. */
const unread = [
  /\d\.(?!\d)/, // a number that ends in a point
  /0x[\da-f]*_/i,
  /0X/,
  /\b(?:step|range|min_of|max_of)\b/i,
  /\b(?:offset|start|end|inf|nan|bool|on|ignoring|group_left|group_right|fill|anchored|smoothed|by|without|atan2)\b/i, // names
  /[({,]\s*[a-zA-Z_]\w*:|:\w*\s*[,)]/, // a label with a colon
  /#|\[[^\]]*[-+*/^%(]/, // comments and arithmetic in brackets
];

test("what is accepted here, lezer-promql reads too", () => {
  fc.assert(
    fc.property(fc.oneof(query, edited), (text) => {
      const { expr, problems } = parse(text);
      if (!expr || problems.length > 0 || unread.some((pattern) => pattern.test(withoutStrings(text)))) return;
      if (Array.from(nodesOf(expr, "Call")).some(({ name }) => !functionInfo(name.text))) return;
      expect(hasErrorNode(text)).toBe(false);
    }),
    runs,
  );
});

/** Mistakes that its grammar does not know. */
const unnoticed = new Set([
  "bad-escape",
  "unclosed-string",
  "invalid-utf8",
  "bad-number",
  "bad-duration",
  "unexpected-character",
  "missing-duration",
  "range-of-expression",
  "modifier-before-range",
  "misplaced-modifier",
  "repeated-modifier",
  "time-out-of-bounds",
  "misplaced-extension",
  "wrong-argument-count",
]);

test("what has a mistake of grammar here, lezer-promql does not read either", () => {
  fc.assert(
    fc.property(edited, (text) => {
      const { problems } = parse(text);
      if (problems.length === 0 || problems.some(({ code }) => unnoticed.has(code))) return;
      if (unread.some((pattern) => pattern.test(withoutStrings(text)))) return;
      expect(hasErrorNode(text)).toBe(true);
    }),
    runs,
  );
});

function withoutStrings(text: string): string {
  const strings = lex(text).lexemes.filter(({ type }) => type === "string");
  return strings.reduceRight((rest, { from, to }) => `${rest.slice(0, from)}""${rest.slice(to)}`, text);
}

function hasErrorNode(text: string): boolean {
  let found = false;
  parser.parse(text).iterate({
    enter: ({ type }) => {
      found ||= type.isError;
    },
  });
  return found;
}
