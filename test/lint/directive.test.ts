import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDirective } from "../../src/lint/directive.js";
import "../reproducible.js";

/** Such as `disable-line a b -- why`, and then the text that each problem underlines. */
function told(text: string): string[] | undefined {
  const read = readDirective(text, { from: 0, to: text.length });
  if (!read) return undefined;
  const { directive, problems } = read;
  const words = directive && [directive.kind, ...directive.names.map(({ text }) => text)];
  const reason = directive?.reason === undefined ? [] : ["--", directive.reason];
  return [
    ...(words ? [[...words, ...reason].join(" ")] : []),
    ...problems.map(({ at, help }) => `${text.slice(at.from, at.to)}: ${help}`),
  ];
}

const separate = "write names with commas between them, and a reason behind `--`";
const list =
  "write `promql-lint-disable`, `promql-lint-enable`, `promql-lint-disable-line`, `promql-lint-disable-next-line` or `promql-lint-disable-file`";

describe("a comment is read as a directive", () => {
  test.each([
    ["# promql-lint-disable", ["disable"]],
    ["# promql-lint-enable", ["enable"]],
    ["# promql-lint-disable-file a", ["disable-file a"]],
    ["#promql-lint-disable-line a", ["disable-line a"]],
    ["##   promql-lint-disable-next-line a", ["disable-next-line a"]],
    ["# promql-lint-disable-line a, b", ["disable-line a b"]],
    ["# promql-lint-disable-line a b", ["disable-line a b"]],
    ["# promql-lint-disable-line a ,b,c\td", ["disable-line a b c d"]],
    ["# promql-lint-disable-line a -- we know", ["disable-line a -- we know"]],
    ["# promql-lint-disable-line -- we -- know", ["disable-line -- we -- know"]],
    ["# promql-lint-disable-line a ---- why", ["disable-line a -- why"]],
    ["# promql-lint-disable-line a--b", ["disable-line a--b"]],
    ["# promql-lint-disable-line a  \r", ["disable-line a"]],
    ["<!-- promql-lint-disable-line a -->", ["disable-line a"]],
    ["<!--promql-lint-disable-line-->", ["disable-line"]],
    ["<!-- promql-lint-disable-line\n  a,\n  b -- why\n-->", ["disable-line a b -- why"]],
    ["<!-- promql-lint-disable-line a -- why -->", ["disable-line a -- why"]],
  ])("%j", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("a directive that cannot be read whole says where, and keeps what can be read", () => {
  test.each([
    ["# promql-lint-disable-line a,", ["disable-line a", `,: ${separate}`]],
    ["# promql-lint-disable-line ,a", ["disable-line a", `,: ${separate}`]],
    ["# promql-lint-disable-line a,,b", ["disable-line a b", `,: ${separate}`]],
    ["# promql-lint-disable-line a --", ["disable-line a", `--: ${separate}`]],
    ["# promql-lint-disable-line --", ["disable-line", `--: ${separate}`]],
    // With no name left it would be about everything.
    ["# promql-lint-disable-line ,", [`,: ${separate}`]],
    ["# promql-lint-disabel-next-line a", ["promql-lint-disabel-next-line: write `promql-lint-disable-next-line`"]],
    ["# promql-lint-disable-nextline", ["promql-lint-disable-nextline: write `promql-lint-disable-next-line`"]],
    ["# promql-lint-ignore a", [`promql-lint-ignore: ${list}`]],
    ["# promql-lint-", [`promql-lint-: ${list}`]],
    ["# promql-lint disable-line a", ["promql-lint disable-line: write `promql-lint-disable-line`"]],
    ["# promql-lint: disable a", ["promql-lint: disable: write `promql-lint-disable`"]],
    ["# promql-lint-disable: a", ["promql-lint-disable:: write `promql-lint-disable`"]],
    ["# promql-lint-disable:", ["promql-lint-disable:: write `promql-lint-disable`"]],
    ["# promql-lint-disable-next-line: a", ["promql-lint-disable-next-line:: write `promql-lint-disable-next-line`"]],
    ["# promql-lint-disable-line a: why", ["disable-line a why", `:: ${separate}`]],
  ])("%j", (text, expected) => expect(told(text)).toEqual(expected));
});

describe("another comment is none", () => {
  test.each([
    "# see promql-lint-disable-line",
    "# promql-lint is run on this file",
    "# promql-lint-baseline.json holds the old ones",
    "# promql-lint-rules/ holds ours",
    "promql-lint-disable-line",
    "// promql-lint-disable-line",
    "#",
    "",
  ])("%j", (text) => expect(told(text)).toBeUndefined());
});

test("whatever a comment holds, it is read, and every place lies within it", () => {
  const word = fc.constantFrom("promql-lint-", "disable", "-line", "--", ",", " ", "a", "#", "<!--", "-->", "\n", "🙂");
  const comment = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 12 }).map((words) => `# ${words.join("")}`),
  );
  fc.assert(
    fc.property(comment, fc.nat(5), (text, before) => {
      const whole = "x".repeat(before) + text;
      const read = readDirective(whole, { from: before, to: whole.length });
      const names = read?.directive?.names ?? [];
      for (const { text: name, span } of names) expect(whole.slice(span.from, span.to)).toBe(name);
      for (const { at } of read?.problems ?? []) expect(whole.slice(at.from, at.to).trim()).not.toBe("");
    }),
  );
});
