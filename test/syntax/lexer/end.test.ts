import { expect, test } from "vitest";
import { lex } from "../../../src/syntax/lex.js";

test.each([
  ["(a[5m", "[", "])"],
  ["((a", "(", "))"],
  ["(a{b='c'", "{", "})"],
  ["a[5m + (1m", "(", ")]"],
])("of %j the innermost %s is underlined, and the fix closes all with %s", (text, underlined, insert) => {
  const { problems, unclosed } = lex(text);
  expect(unclosed).toBe(true);
  expect(problems.map(({ at }) => text.slice(at.from, at.to))).toEqual([underlined]);
  expect(problems[0]?.fixes?.[0]?.edits).toEqual([{ from: text.length, to: text.length, insert }]);
});

test("where a string is not closed, nothing is said of what it may close", () => {
  const { problems, unclosed } = lex("(a{b='c})");
  expect(unclosed).toBe(true);
  expect(problems.map(({ code }) => code)).toEqual(["unclosed-string"]);
});
