import fc from "fast-check";
import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { listedTexts, matchesEmptyText } from "../../../src/analysis/matchers/empty-pattern.js";

const piece = fc.constantFrom(
  ...[
    "a",
    ".",
    "^",
    "$",
    "\\b",
    "\\A",
    "\\z",
    "\\d",
    "\\pL",
    "\\x41",
    "\\101",
    "😀",
    "\\p{Greek}",
    "\\x{0}",
    "\\Qa*\\E",
    "\\Q\\E",
    "\\Qb\\E",
    "\\Q😀\\E",
    "\\Qbc\\E",
    "\\Q",
    "[a-z]",
    "[^]a]",
    "[[:alpha:]]",
  ],
  ...[
    "*",
    "+",
    "?",
    "{0}",
    "{2}",
    "{0,3}",
    "{1,}",
    "*?",
    "+?",
    "??",
    "|",
    "(",
    ")",
    "(?:",
    "(?i)",
    "(?i:",
    "(?P<x>",
    "{x}",
  ],
);

test("a pattern matches the empty text where RE2 says so", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const pattern = pieces.join("");
      const compiled = compile(pattern);
      if (!compiled) return;
      read++;
      expect(matchesEmptyText(pattern), pattern).toBe(compiled.matches(""));
    }),
    { numRuns: 20_000, seed: 7 },
  );
  expect(read).toBeGreaterThan(500);
});

test("a pattern lists texts where it has nothing but alternatives", () => {
  expect(listedTexts("GET|POST|")).toEqual(["GET", "POST", ""]);
  expect(listedTexts("GET|P.*")).toBeUndefined();
});

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
