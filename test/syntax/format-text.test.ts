import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatText } from "../../src/syntax/format-text.js";
import { lex } from "../../src/syntax/lex.js";
import { parse } from "../../src/syntax/parse.js";
import { query } from "./queries.js";
import { withoutPlaces } from "./without-places.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] === "1" ? 20_000 : 1000 };

test.each<[text: string, formatted: string]>([
  ["up", "up"],
  ["# first\nup", "# first\nup"],
  ["up # behind", "# behind\nup"],
  ["up\n# after", "up\n# after"],
  ["# a\n\n\n# b\nup\n\n# c\n# d\n", "# a\n# b\nup\n# c\n# d"],
  ["#no space\nup", "#no space\nup"],
  ["up # trailing blanks \t", "# trailing blanks\nup"],
  ["sum(\n  # inside\n  up\n)", "sum(\n  # inside\n  up\n)"],
  ["sum( # behind the bracket\n  up\n)", "# behind the bracket\nsum(up)"],
  ["sum(up # behind the argument\n)", "sum(\n  # behind the argument\n  up\n)"],
  ["a + # why\nb", "# why\na + b"],
  ["a\n# why\n+ b", "  a\n+\n  # why\n  b"],
  ["a > 5 # enough", "# enough\na > 5"],
  ["a # all\n/\nb # some", "# all\n  a\n/\n  # some\n  b"],
  ["sum(a\n# c\n) + b", "  sum(\n    # c\n    a\n  )\n+\n  b"],
  ["a + fill (\n# c\n0) b", "  a\n+ fill (0)\n  # c\n  b"],
  ["clamp(\n  up, # value\n  0, # low\n  1 # high\n)", "clamp(\n  # value\n  up,\n  # low\n  0,\n  # high\n  1\n)"],
  ["sum(\n# 1\nup\n# 2\n)\n# 3\nby (job)", "sum by (job) (\n  # 1\n  # 2\n  # 3\n  up\n)"],
  ["a +\n# why\nb", "  a\n+\n  # why\n  b"],
  ["clamp(\n# x\nup,\n# low\n0,\n# high\n1)", "clamp(\n  # x\n  up,\n  # low\n  0,\n  # high\n  1\n)"],
  ["sum by ( # labels\n job) (up)", "# labels\nsum by (job) (up)"],
  ['up{ # only\n  job="api", # this\n}', '# only\n# this\nup{job="api"}'],
  ["-\n# sign\nup", "# sign\n-up"],
  ["up\r\n# CRLF\r\n", "up\n# CRLF"],
  ["# a\rup", "# a\nup"],
  ['up{job="# no comment"}', 'up{job="# no comment"}'],
])("%j becomes %j", (text, formatted) => {
  expect(formatText(text)).toEqual({ text: formatted, problems: [] });
  expect(formatText(formatted).text).toBe(formatted);
});

test.each(["up{", "# only a comment", "", "sum(up", "up[5m"])("%j cannot be read and stays", (text) => {
  const formatted = formatText(text);
  expect(formatted.text).toBe(text);
  expect(formatted.problems).toEqual(parse(text).problems);
  expect(formatted.problems).not.toEqual([]);
});

test.each([
  ["rate(up{job=~'$job'}[$__rate_interval])", 'rate(up{job=~"$job"}[$__rate_interval])'],
  ["sum by ($label)(up) # ${x}", "# ${x}\nsum by ($label) (up)"],
])("variables stay: %j", (text, formatted) => {
  expect(formatText(text, { variables: "grafana" }).text).toBe(formatted);
});

test("every comment stays once, none swallows code, and formatting again changes nothing", () => {
  fc.assert(
    fc.property(query.chain(withComments), fc.integer({ min: 1, max: 120 }), (text, width) => {
      const formatted = formatText(text, { width });
      expect(formatted.problems).toEqual([]);
      expect(treeOf(formatted.text)).toEqual(treeOf(text));
      expect(commentsOf(formatted.text).toSorted()).toEqual(commentsOf(text).toSorted());
      expect(formatText(formatted.text, { width }).text).toBe(formatted.text);
    }),
    runs,
  );
});

test("comments keep their order where each stands alone on its line", () => {
  fc.assert(
    fc.property(query.chain(withComments), (text) => {
      const alone = text.replace(/[ \t]*(#[^\n]*\n)/g, "\n$1");
      expect(commentsOf(formatText(alone).text)).toEqual(commentsOf(alone));
    }),
    runs,
  );
});

/** The query with numbered comments at some of the places where one may stand: between two tokens, and at the ends. */
function withComments(text: string): fc.Arbitrary<string> {
  const around = fc.constantFrom<readonly [string, string]>([" ", "\n"], ["\n", "\n"], ["\n  ", "\n\n"], ["", "\r\n"]);
  return fc.array(fc.tuple(fc.nat(), around), { maxLength: 6 }).map((comments) => {
    const tree = treeOf(text);
    let commented = text;
    for (const [k, [place, [before, after]]] of comments.entries()) {
      const at = place % (commented.length + 1);
      const longer = `${commented.slice(0, at)}${before}# ${k} sum(${after}${commented.slice(at)}`;
      if (commentsOf(longer).length > commentsOf(commented).length && isDeepStrictEqual(treeOf(longer), tree))
        commented = longer;
    }
    return commented;
  });
}

function treeOf(text: string): unknown {
  const { expr, problems } = parse(text);
  return problems.length === 0 ? withoutPlaces(expr) : undefined;
}

function commentsOf(text: string): string[] {
  return lex(text).comments.map(({ from, to }) => text.slice(from, to).trimEnd());
}
