import fc from "fast-check";
import { expect, test } from "vitest";
import { quote, unquote } from "../../src/promql/strings.js";

test.each([
  [String.raw`"a\tb\\\""`, 'a\tb\\"'],
  [String.raw`'\''`, "'"],
  ['`a\\n"`', 'a\\n"'],
  [String.raw`"\x41\101\u00e9\U0001F600"`, "AAé😀"],
  [String.raw`"\xc3\xa9"`, "é"],
  [String.raw`"\xff\xc3\xa9\xc3"`, "\udcffé\udcc3"],
])("%s means %j", (text, value) => {
  expect(unquote(text)).toEqual({ value, mistakes: [] });
});

test.each<[string, string[]]>([
  [String.raw`"a\q"`, ["unknown: \\q"]],
  [String.raw`"\'"`, ["unknown: \\'"]],
  [String.raw`"\d+ \w"`, ["unknown: \\d", "unknown: \\w"]],
  [String.raw`"\x4"`, ["digits: \\x4"]],
  [String.raw`"\u12 b"`, ["digits: \\u12 b"]],
  [String.raw`"\08"`, ["digits: \\08"]],
  [String.raw`"\400"`, ["code-point: \\400"]],
  [String.raw`"\ud800"`, ["code-point: \\ud800"]],
  [String.raw`"\U00110000"`, ["code-point: \\U00110000"]],
])("%s holds %j", (text, expected) => {
  expect(unquote(text).mistakes.map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`)).toEqual(expected);
});

test.each([
  ["a\nb\u0000", String.raw`"a\nb\x00"`],
  ["é😀 ", '"é😀 "'],
  ["\u200b", String.raw`"\u200b"`],
  ["\udcff", String.raw`"\xff"`],
])("%j is quoted as %s", (value, text) => {
  expect(quote(value)).toBe(text);
});

test("what is quoted means the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(unquote(quote(value))).toEqual({ value, mistakes: [] });
    }),
  );
});
