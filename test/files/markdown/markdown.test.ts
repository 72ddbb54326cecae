import { describe, expect, test } from "vitest";
import { fixSource, formatSource, lintSource, readSource } from "../../../src/files/index.js";
import { regexWithoutPattern } from "../../../rules/regex-without-pattern.js";
import { problemsOf, queriesOf, told } from "../dashboards.js";

const tick = "```";

describe("which blocks are queries", () => {
  test.each<[string, string, string[]]>([
    ["backticks", `a\n${tick}promql\nup\n${tick}\nb`, ["up"]],
    ["tildes", "~~~promql\nup\n~~~\n", ["up"]],
    ["longer fences", "````promql\nup\n```\n````\n", ["up\n```"]],
    ["a closing fence that is longer", `${tick}promql\nup\n${tick}${tick}\nb`, ["up"]],
    ["a fence of the other kind does not close", `${tick}promql\nup\n~~~\n${tick}\n`, ["up\n~~~"]],
    ["words behind the language", `${tick}promql title="a" {1}\nup\n${tick}`, ["up"]],
    ["blanks before the language", `${tick}  promql\nup\n${tick}`, ["up"]],
    ["capitals", `${tick}PromQL\nup\n${tick}`, ["up"]],
    ["attributes", "~~~{.promql #id}\nup\n~~~", ["up"]],
    ["another language", `${tick}promql2\nup\n${tick}\n${tick}sh\nup\n${tick}\n${tick}\nup\n${tick}`, []],
    ["a block without an end", `${tick}promql\nup\n`, ["up"]],
    ["an empty block", `${tick}promql\n${tick}\n${tick}promql\n\n${tick}`, []],
    ["a block in another block", `${tick}${tick}md\n${tick}promql\nup\n${tick}\n${tick}${tick}\n`, []],
    ["backticks in the line of the fence", `${tick}promql ${tick} up\n`, []],
    ["two of them", `${tick}promql\na\n${tick}\n${tick}promql\nb\n${tick}`, ["a", "b"]],
    ["CRLF", `${tick}promql\r\nsum(\r\nup)\r\n${tick}\r\n`, ["sum(\r\nup)"]],
    ["a byte order mark", `\ufeff${tick}promql\nup\n${tick}`, ["up"]],
    ["three blanks", `   ${tick}promql\n   sum(\n     up)\n   ${tick}`, ["sum(\n  up)"]],
    ["four blanks are code as it is", `    ${tick}promql\n    up\n    ${tick}`, []],
    ["a list", `- a\n\n  ${tick}promql\n  sum(\n\n    up)\n  ${tick}\n`, ["sum(\n\n  up)"]],
    ["a numbered list", `10. a\n\n    ${tick}promql\n    up\n    ${tick}\n`, ["up"]],
    ["a list in a list", `- a\n  * b\n\n    ${tick}promql\n    up\n    ${tick}\n`, ["up"]],
    ["right behind a list mark", `- ${tick}promql\n  up\n  ${tick}\n`, ["up"]],
    ["tabs", `1.\ta\n\n\t${tick}promql\n\tup\n\t${tick}\n`, ["up"]],
    ["a list that ends before the block does", `- ${tick}promql\n  up\nb\n${tick}promql\nx\n${tick}`, ["up", "x"]],
    ["after a list", `- a\n\nb\n\n    ${tick}promql\n    up\n    ${tick}\n`, []],
    ["a block quote", `> ${tick}promql\n> sum(\n>   up)\n> ${tick}\n`, ["sum(\n  up)"]],
    ["a quote that ends before the block does", `> ${tick}promql\n> up\nb`, ["up"]],
    ["a comment around it", `<!--\n${tick}promql\nup\n${tick}\n-->\n`, []],
  ])("%s", (_name, text, expected) => {
    const source = readSource("README.md", text);
    expect([source.queries.map((query) => query.text), problemsOf(source)]).toEqual([expected, []]);
  });

  test.each(["a.md", "a.markdown", "A.MD"])("%s is Markdown", (path) => {
    expect(queriesOf(`${tick}promql\nup\n${tick}`, path)).toEqual(["up"]);
  });
});

describe("several queries in one block", () => {
  test.each<[string, string, string[]]>([
    ["blank lines part them", "a\n\nb\n \nsum(\n  c)", ["a", "b", "sum(\n  c)"]],
    ["with comments", "# one\na\n\n# two\nb\n\n# end", ["# one\na", "# two\nb"]],
    ["one query with a blank line in it is one", "sum(a)\n\n+ b", ["sum(a)\n\n+ b"]],
    ["comments and a query are one", "# all\n\nup", ["# all\n\nup"]],
    ["one of them broken", "a\n\nrate(b[5m]\n\nc", ["a", "rate(b[5m]", "c"]],
    ["one that is broken and goes on", "sum(a\n\n+ b", ["sum(a\n\n+ b"]],
    ["one that is broken everywhere", "sum(a\n\nby (b", ["sum(a\n\nby (b"]],
    ["lines without blank lines between them are one", "a\nb", ["a\nb"]],
  ])("%s", (_name, content, expected) => {
    expect(queriesOf(`${tick}promql\n${content}\n${tick}\n`, "a.md")).toEqual(expected);
  });
});

describe("places", () => {
  const text = `# Title\n\n- a\n\n  ${tick}promql\n  sum(\n    up{job=~"api"}\n  )\n\n  rate(x[$__rate_interval])\n  ${tick}\n`;
  const options = { rules: [regexWithoutPattern], review: true };

  test("are those of the file, and a query is for a graph or a dashboard", () => {
    const source = readSource("a.md", text);
    expect(told(source)).toEqual([
      'fences[0] range: sum(\n    up{job=~"api"}\n  )',
      "fences[0] range: rate(x[$__rate_interval])",
    ]);
    const [found] = lintSource(source, options);
    expect([text.slice(found?.at.from, found?.at.to), found?.at.from]).toEqual(["=~", text.indexOf("=~")]);
  });

  test("are fixed", () => {
    expect(fixSource(readSource("a.md", text), options).source.text).toBe(text.replace("=~", "="));
  });

  test.each([
    ["plain", `${tick}promql\nsum(up)   by (job)\n\n${tick}\n`, `${tick}promql\nsum by (job) (up)\n\n${tick}\n`],
    [
      "in a list",
      `1. ${tick}promql\n   sum(up)   by (job)\n   ${tick}\n`,
      `1. ${tick}promql\n   sum by (job) (\n     up\n   )\n   ${tick}\n`,
    ],
    [
      "in a quote, with CRLF",
      `> ${tick}promql\r\n> sum(up)   by (job)\r\n> ${tick}\r\n`,
      `> ${tick}promql\r\n> sum by (job) (\r\n>   up\r\n> )\r\n> ${tick}\r\n`,
    ],
  ])("are formatted: %s", (name, given, expected) => {
    const width = name === "plain" ? 100 : 5;
    const formatted = formatSource(readSource("a.md", given), { width });
    const again = formatSource(readSource("a.md", formatted.text), { width });
    expect([formatted.text, again.text]).toEqual([expected, expected]);
  });

  test("are formatted: the first line may begin with blanks", () => {
    const given = `${tick}promql\na * on (job) b\n${tick}\n`;
    const expected = `${tick}promql\n  a\n* on (job)\n  b\n${tick}\n`;
    const formatted = formatSource(readSource("a.md", given), { width: 5 });
    const again = formatSource(readSource("a.md", formatted.text), { width: 5 });
    expect([formatted.text, again.text, again.changed]).toEqual([expected, expected, 0]);
  });

  test("a text that would close the block is not written", () => {
    const [query] = readSource("a.md", `${tick}promql\nup\n${tick}\n`).queries;
    const edit = (insert: string) => query?.map.rewrite([{ from: 0, to: 2, insert }]);
    expect([edit(`a\n${tick}\nb`), edit(`a\n  ${tick}${tick}`)]).toEqual([undefined, undefined]);
    expect(edit("``")).toHaveLength(1);
  });

  test("edits that overlap or leave the query are not written", () => {
    const [query] = readSource("a.md", `${tick}promql\nup\n${tick}\n`).queries;
    const edit = { from: 0, to: 2, insert: "" };
    expect([query?.map.rewrite([edit, edit]), query?.map.rewrite([{ ...edit, to: 3 }])]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

test("blocks of YAML that hold rules are rule files", () => {
  const rules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: sum(\n      up)\n";
  const text = `> ${tick}yaml\n> ${rules.trim().replaceAll("\n", "\n> ")}\n> ${tick}\n\n${tick}yml\na: expr\n${tick}\n`;
  const source = readSource("a.md", text);
  expect([source.queries.map((query) => `${query.field} ${query.use} ${query.text}`), problemsOf(source)]).toEqual([
    ["fences[0].groups[0].rules[0].expr alert sum( up)"],
    [],
  ]);
  const part = source.queries[0]?.map.span({ from: 5, to: 7 });
  expect(text.slice(part?.from, part?.to)).toBe("up");
});

describe("comments", () => {
  test.each<[string, string, string[]]>([
    ["on a line", "a <!-- b --> c <!-- d -->\n", ["<!-- b -->", "<!-- d -->"]],
    ["on several lines", "<!-- a\nb -->\n<!-- c -->", ["<!-- a\nb -->", "<!-- c -->"]],
    ["without an end", "<!-- a\n\nb", ["<!-- a\n\nb"]],
    ["in the middle of a line without an end", "a <!-- b\n\nc", []],
    ["in a block", `${tick}\n<!-- a -->\n${tick}\n`, []],
    ["between blocks", `${tick}\n${tick}\n<!-- a -->\n${tick}\n${tick}\n`, ["<!-- a -->"]],
    ["in code", "`<!--` and `-->` <!-- a -->", ["<!-- a -->"]],
  ])("%s", (_name, text, expected) => {
    const { comments } = readSource("a.md", text);
    expect(comments.map(({ from, to }) => text.slice(from, to))).toEqual(expected);
  });

  test("of a block of YAML are among them, in order", () => {
    const text = `<!-- a -->\n${tick}yaml\n# b\ngroups: [] # c\n${tick}\n<!-- d -->\n`;
    const { comments } = readSource("a.md", text);
    expect(comments.map(({ from, to }) => text.slice(from, to))).toEqual(["<!-- a -->", "# b", "# c", "<!-- d -->"]);
  });
});

test.each([
  ["comments without an end", "a <!-- b\n"],
  ["comments in code", "`<!-- "],
  ["list marks", "- "],
  ["quote marks", "> "],
  ["backticks", "`"],
  ["fences", `${tick}promql\n`],
  ["blank lines in a block", `${tick}promql\n\n \n\n`],
])("reads many %s", (_name, part) => {
  const text = part.repeat(50_000);
  expect(readSource("a.md", text).text).toBe(text);
});
