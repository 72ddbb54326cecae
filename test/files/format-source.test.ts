import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSource, readSource } from "../../src/files/index.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { query } from "../syntax/queries.js";

const long =
  'sum by (job, instance) (rate(http_requests_total{code=~"5..",job="api"}[5m])) / sum by (job, instance) (rate(http_requests_total{job="api"}[5m]))';

/** `long` as it is formatted, indented as in the files of {@link ruleFile}. */
const block = [
  '  sum by (job, instance) (rate(http_requests_total{code=~"5..",job="api"}[5m]))',
  "/",
  '  sum by (job, instance) (rate(http_requests_total{job="api"}[5m]))',
];
const lines = block.map((line) => `      ${line}`).join("\n");

describe("a query that fits on its line stays in its style", () => {
  test.each([
    ["plain", "sum(up)by(job)", "sum by (job) (up)"],
    ["plain with a comment", "sum( up ) # why", "sum(up) # why"],
    ["plain below its key", "\n      sum( up )", "\n      sum(up)"],
    ["plain over two lines", "sum(\n        up)", "sum(up)"],
    ["an anchor", "&q sum( up )", "&q sum(up)"],
    ["single-quoted", "'sum(up{a=''b''})'", "'sum(up{a=\"b\"})'"],
    ["double-quoted", '"sum( up{a=\\"b\\"} )"', '"sum(up{a=\\"b\\"})"'],
    ["double-quoted over two lines", '"sum(\n        up)"', '"sum(up)"'],
    ["literal", "|\n      sum(\n        up\n      )", "|\n      sum(up)"],
    ["literal, stripped", "|-\n      sum( up )", "|-\n      sum(up)"],
    ["literal, kept", "|+\n      sum( up )\n\n", "|+\n      sum(up)\n\n"],
    ["literal with an indentation", "|2\n        sum( up )", "|2\n      sum(up)"],
    ["literal below a blank line", "|\n\n      sum( up )", "|\n      sum(up)"],
    ["literal below lines of blanks", "|\n   \n\n      sum(\n\n        up )", "|\n      sum(up)"],
    ["folded", ">\n      sum(\n      up)", ">\n      sum(up)"],
    ["folded below a blank line", ">-\n\n      sum(\n      up)", ">-\n      sum(up)"],
    ["folded, stripped", ">-\n      sum( up )", ">-\n      sum(up)"],
  ])("%s", (_, written, formatted) => {
    expect(formattedFile(ruleFile(written))).toEqual({ text: ruleFile(formatted), changed: 1, skipped: [] });
  });

  test("a plain one that would be no plain text is quoted", () => {
    expect(formattedFile(ruleFile("up{a='b' , c='d'}")).text).toBe(ruleFile('up{a="b",c="d"}'));
    expect(formattedFile(ruleFile("rate(up[1h:1m]) #c")).text).toBe(ruleFile("rate(up[1h:1m]) #c"));
    expect(formattedFile(ruleFile("up{a='b: c'}")).changed).toBe(0);
    expect(formattedFile(ruleFile("\"up{a='b: #c'}\"")).text).toBe(ruleFile('"up{a=\\"b: #c\\"}"'));
  });
});

describe("a longer one becomes a literal block", () => {
  const literal = (header: string) => `${header}\n${lines}`;

  test.each([
    ["plain", long, literal("|2")],
    ["plain below its key", `\n      ${long}`, `\n      ${literal("|2")}`],
    ["single-quoted", `'${long}'`, literal("|2")],
    ["double-quoted", JSON.stringify(long), literal("|2")],
    ["literal", `|\n      ${long}`, literal("|2")],
    ["literal, stripped", `|-\n      ${long}`, literal("|2-")],
    ["literal below a blank line", `|\n\n      ${long}`, literal("|2")],
    ["folded below a blank line", `>\n\n      ${long}`, literal("|2")],
    ["literal, kept", `|+\n      ${long}\n\n`, `${literal("|2+")}\n\n`],
    ["folded", `>\n      ${long}`, literal("|2")],
    ["folded, stripped", `>-\n      ${long.replace(" / ", "\n      / ")}`, literal("|2-")],
  ])("%s", (_, written, formatted) => {
    const { text, changed, skipped } = formattedFile(ruleFile(written));
    expect(text).toBe(ruleFile(formatted));
    expect([changed, skipped]).toEqual([1, []]);
    expect(formattedFile(text)).toEqual({ text, changed: 0, skipped: [] });
  });

  test("not in flow style, where no block may stand", () => {
    const flow = `groups: [{name: g, rules: [{record: r, expr: '${long}'}]}]\n`;
    const { text, skipped } = formattedFile(flow);
    expect(skipped).toEqual([]);
    expect(text.split("\n")).toHaveLength(2);
    expect(exprOf(text)).toBe(`${block.join("\n")}\n`);
  });

  test("with the comments of the query", () => {
    const { text } = formattedFile(ruleFile(`|\n      # errors\n      ${long} # by all`));
    expect(text).toBe(ruleFile(`|\n      # errors\n      # by all\n${lines}`));
  });
});

describe("everything else stays", () => {
  const file = `# Rules
groups:
  - name:   "g"   # the name

    rules:
      - record: a
        expr: sum( up )   # why
        labels: {x: y,   z: 'w'}
      - record: b
        expr: up
      - alert: C
        annotations:
          summary: "{{ $value }} of   sum( up )"
        expr: 'sum( up )>1'
        for:   5m
`;
  const formatted = file.replace("expr: sum( up )", "expr: sum(up)").replace("'sum( up )>1'", "'sum(up) > 1'");

  test.each<[string, (text: string) => string]>([
    ["LF", (text) => text],
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text) => `\ufeff${text}`],
    ["no line break at the end", (text) => text.trimEnd()],
    ["several documents", (text) => `---\n${text}---\na: b\n`],
  ])("%s", (_, shape) => {
    expect(formattedFile(shape(file))).toEqual({ text: shape(formatted), changed: 2, skipped: [] });
  });

  test("CRLF in a block", () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    expect(formattedFile(windows(ruleFile(`|\n      ${long}`))).text).toBe(windows(ruleFile(`|2\n${lines}`)));
  });

  test("a query that an alias leads to is formatted once", () => {
    const aliased =
      "groups:\n- name: g\n  rules:\n  - record: a\n    expr: &q sum( up )\n  - record: b\n    expr: *q\n";
    expect(formattedFile(aliased)).toEqual({ text: aliased.replace("sum( up )", "sum(up)"), changed: 1, skipped: [] });
  });

  test.each([
    [
      "farther in",
      `x:\n          y: &q ${long}\n`,
      `x:\n          y: &q |2\n${lines.replaceAll(/^ {6}/gm, " ".repeat(12))}\n`,
    ],
    ["farther out", `y: &q ${long}\n`, `y: &q |2\n${lines.replaceAll(/^ {6}/gm, "  ")}\n`],
    ["in a list", `y:\n- &q ${long}\n`, `y:\n- &q |2\n${lines.replaceAll(/^ {6}/gm, "  ")}\n`],
    ["in a list of lists", `y:\n- - &q |-\n    ${long}\n`, `y:\n- - &q |2-\n${lines.replaceAll(/^ {6}/gm, "    ")}\n`],
    ["in a list, above an alias", `y:\n- &q sum( up )\n- [*q]\n`, `y:\n- &q sum(up)\n- [*q]\n`],
    ["in brackets", `y: [&q sum(up)by(job), *q]\n`, `y: [&q sum by (job) (up), *q]\n`],
    ["in brackets, where it is quoted", `y: [&q "${long}"]\n`, `y: [&q "${long}"]\n`],
  ])("a query that is written %s, and an alias leads to it", (_, written, formatted) => {
    const aliased = (above: string) => `${above}groups:\n- name: g\n  rules:\n  - record: a\n    expr: *q\n`;
    expect(formattedFile(aliased(written)).text).toBe(aliased(formatted));
  });

  test("a PrometheusRule manifest in a list", () => {
    const manifest = `kind: List\nitems:\n- kind: PrometheusRule\n  spec:\n    groups:\n    - name: g\n      rules:\n      - record: a\n        expr: sum( up )\n`;
    expect(formattedFile(manifest).text).toBe(manifest.replace("sum( up )", "sum(up)"));
  });

  test("a query that cannot be read is named, and the others are formatted", () => {
    const broken = `groups:\n- name: g\n  rules:\n  - record: a\n    expr: sum( up\n  - record: b\n    expr: sum( up )\n`;
    const { text, changed, skipped } = formattedFile(broken);
    expect(text).toBe(broken.replace("sum( up )", "sum(up)"));
    expect([changed, skipped]).toEqual([1, ["groups[0].rules[0].expr"]]);
  });
});

test.each([
  ["a.promql", `${long}\r\n`],
  ["a.md", `\`\`\`promql\r\n${long}\r\n\`\`\`\r\n`],
  ["a.md", `> \`\`\`promql\r\n> ${long}\r\n>\r\n> ${long}\r\n> \`\`\`\r\n`],
  ["a.yaml", ruleFile(long).replaceAll("\n", "\r\n")],
])("%s with CRLF is formatted once, and then has nothing left: %j", (path, text) => {
  const first = formatSource(readSource(path, text));
  expect(first.changed).toBeGreaterThan(0);
  expect(first.text).not.toMatch(/[^\r]\n/);
  expect(formatSource(readSource(path, first.text))).toEqual({ text: first.text, changed: 0, skipped: [] });
});

test(".promql files hold one query", () => {
  expect(formatSource(readSource("a.promql", "# all\nsum( up )\n"))).toMatchObject({
    text: "# all\nsum(up)\n",
    changed: 1,
  });
  expect(formatSource(readSource("a.promql", "\ufeffsum( up )")).text).toBe("\ufeffsum(up)");
  expect(formatSource(readSource("a.promql", "\n"))).toMatchObject({ text: "\n", changed: 0 });
});

test("the width counts", () => {
  const { text } = formatSource(readSource("a.yaml", ruleFile("sum by (job) (http_requests_total)")), { width: 20 });
  expect(exprOf(text)).toBe("sum by (job) (\n  http_requests_total\n)\n");
});

test("whatever the query and its style, the meaning stays, and formatting again changes nothing", () => {
  const style = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => JSON.stringify(text),
    (text) => `'${text.replaceAll("'", "''")}'`,
    (text) => `|\n      ${text.replaceAll("\n", "\n      ")}`,
    (text) => `>-\n      ${text.replaceAll("\n", "\n\n      ")}`,
    (text) => `|2-\n        ${text.replaceAll("\n", "\n      ")}`,
  );
  fc.assert(
    fc.property(
      query,
      style,
      fc.integer({ min: 1, max: 120 }),
      fc.constantFrom("\n", "\r\n"),
      (text, styled, width, end) => {
        const file = ruleFile(styled(text)).replaceAll("\n", end);
        const source = readSource("a.yaml", file);
        const [before] = source.queries;
        fc.pre(source.problems.length === 0 && before !== undefined && parse(before.text).problems.length === 0);
        const formatted = formatSource(source, { width });
        expect(formatted.skipped).toEqual([]);
        const again = readSource("a.yaml", formatted.text);
        expect(again.problems).toEqual([]);
        expect(printed(again.queries[0]?.text ?? "")).toBe(printed(before.text));
        expect(around(formatted.text)).toEqual(around(file));
        expect(formatSource(again, { width })).toEqual({ text: formatted.text, changed: 0, skipped: [] });
      },
    ),
    { numRuns: process.env["PROMQL_LINT_FULL"] === "1" ? 20_000 : 1000 },
  );
});

/** A rule file with a query as it is written behind `expr:`. */
function ruleFile(written: string): string {
  return `groups:\n- name: g\n  rules:\n  - record: r # name\n    expr: ${written}\n    labels: {a:  b}\n# end\n`;
}

/** What stands before and behind the query of a file. */
function around(file: string): readonly (string | undefined)[] {
  return [/^[^]*expr: /.exec(file)?.[0], / {4}labels[^]*$/.exec(file)?.[0]];
}

function formattedFile(text: string) {
  const { skipped, ...formatted } = formatSource(readSource("a.yaml", text));
  return { ...formatted, skipped: skipped.map(({ field }) => field) };
}

function exprOf(file: string): unknown {
  const [query] = readSource("a.yaml", file).queries;
  return query?.text;
}

function printed(text: string): string | undefined {
  const { expr } = parse(text);
  return expr ? print(expr) : undefined;
}
