import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Document, Scalar } from "yaml";
import { readSource } from "../../src/files/index.js";
import { queryPiece } from "./query-pieces.js";
import { apply, inside, isYaml, onlyQuery, ruleFile } from "./rules-around.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 5_000 : 500 };

const styles = ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const;
const value = fc.array(queryPiece, { maxLength: 25 }).map((pieces) => `a${pieces.join("")}b`);
const lineEnd = fc.constantFrom("\n", "\r\n");

/** A file with the value as a query, as the `yaml` package writes it. */
const stringified = fc
  .record({
    value,
    style: fc.constantFrom(...styles),
    lineWidth: fc.constantFrom(0, 20, 80),
    indent: fc.integer({ min: 1, max: 4 }),
    lineEnd,
  })
  .map(({ value, style, lineWidth, indent, lineEnd }) => {
    const expr = new Scalar(value);
    expr.type = style;
    const document = new Document({ groups: [{ name: "g", rules: [{ record: "r", expr, labels: { a: "b" } }] }] });
    return { value, text: document.toString({ lineWidth, indent }).replaceAll("\n", lineEnd) };
  });

/** A file with a scalar that people and other tools may have written. */
const written = fc
  .record({
    body: fc.array(
      fc.constantFrom(
        "up",
        " ",
        "\n      ",
        "\n       ",
        "\n",
        "\n\n",
        "''",
        "\\n",
        "\\\n",
        '\\"',
        "\\u0061",
        "\t",
        "\\ ",
        "😀",
        ")",
        " \n",
      ),
      { maxLength: 12 },
    ),
    wrap: fc.constantFrom<[string, string]>(
      ["", ""],
      ["'", "'"],
      ['"', '"'],
      ["|\n      ", ""],
      [">\n      ", ""],
      ["|+\n      ", ""],
      [">-\n      ", ""],
      ["|2-\n      ", ""],
      [">2\n      ", ""],
    ),
    after: fc.constantFrom("\n", "", "\n    labels: {a: b}\n", "\n\n# end\n"),
    lineEnd,
    mark: fc.constantFrom("", "\ufeff"),
  })
  .map(
    ({ body, wrap, after, lineEnd, mark }) =>
      mark + ruleFile(`${wrap[0]}a${body.join("")}b${wrap[1]}`, after).replaceAll("\n", lineEnd),
  );

const edits = fc.array(
  fc.record({ from: fc.nat(40), length: fc.nat(5), insert: fc.array(queryPiece, { maxLength: 4 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

describe("the map of a scalar", () => {
  test("leads each character to the file, in every style", () => {
    fc.assert(
      fc.property(stringified, ({ value, text }) => {
        const query = onlyQuery(text);
        // The package writes some values that it reads otherwise, and breaks lines within a character.
        fc.pre(query.text.trim() === value.trim() && !/\ud83d\\/.test(text));
        expect(query.map.exact).toBe(true);
        expectCharacters(text);
      }),
      runs,
    );
  });

  test("is right about what others have written", () => {
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(isYaml(text));
        expect(onlyQuery(text).map.exact).toBe(true);
        expectCharacters(text);
      }),
      runs,
    );
  });
});

/** Every character that is no blank stands in the file as itself, doubled or escaped; places never go backwards. */
function expectCharacters(text: string): void {
  const query = onlyQuery(text);
  let end = 0;
  for (const { segment: char, index } of new Intl.Segmenter("en").segment(query.text)) {
    if (char.trim() === "") continue;
    const span = query.map.span({ from: index, to: index + char.length });
    expect(span.from).toBeGreaterThanOrEqual(end);
    end = span.to;
    const inFile = text.slice(span.from, span.to);
    if (char !== inFile && inFile !== "''") expect(inFile).toMatch(/^\\(?:[^xuU]|u[\da-f]{4}|U[\da-f]{8})/);
  }
}

describe("a rewrite", () => {
  test("gives the wanted query and touches nothing else", () => {
    let done = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          stringified.map(({ text }) => text),
          written,
        ),
        edits,
        (text, changes) => {
          fc.pre(isYaml(text));
          const query = onlyQuery(text);
          const wanted = inside(query.text, changes);
          const rewrite = query.map.rewrite(wanted);
          if (!rewrite) return;

          done++;
          const result = apply(text, rewrite);
          expect(onlyQuery(result).text).toBe(apply(query.text, wanted));
          const scalar = query.map.span({ from: 0, to: query.text.length });
          for (const { from, to } of rewrite) {
            expect(from).toBeGreaterThanOrEqual(scalar.from - 1);
            expect(to).toBeLessThanOrEqual(scalar.to + 1);
          }
          expect(readSource("a.yaml", result).field("groups[0].rules[0].record")).toBeDefined();
        },
      ),
      runs,
    );
    expect(done).toBeGreaterThan(runs.numRuns / 2);
  });
});

describe("never throws", () => {
  test("on any text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc
        .array(
          fc.oneof(
            queryPiece,
            fc.constantFrom(
              "groups:",
              "expr: ",
              "- ",
              "&a ",
              "*a",
              "<<: ",
              "---\n",
              "? ",
              "[",
              "]",
              "!!x ",
              "%",
              "|\n",
              ">\n",
              "\r",
              "\ufeff",
              "{{",
              "}}",
              "\ud800",
            ),
          ),
        )
        .map((pieces) => `groups: ${pieces.join("")}`),
    );
    fc.assert(fc.property(text, fc.constantFrom("a.yaml", "a.promql"), expectSound), runs);
  });

  test("on a changed rule file", () => {
    const file = `x: &x {expr: "u\\x70"}\ngroups:\n- name: g\n  rules:\n  - {<<: *x, alert: A}\n  - alert: B\n    expr: |\n      up\n    labels: {a: 'b'}\n---\nkind: PrometheusRule\nspec:\n  groups: []\n`;
    const change = fc.record({
      from: fc.nat(file.length),
      length: fc.nat(6),
      insert: fc.array(queryPiece, { maxLength: 3 }),
    });
    const changed = fc
      .array(change, { maxLength: 4 })
      .map((changes) =>
        changes.reduce(
          (text, { from, length, insert }) => text.slice(0, from) + insert.join("") + text.slice(from + length),
          file,
        ),
      );
    fc.assert(fc.property(changed, fc.constant("a.yaml"), expectSound), runs);
  });
});

/** Problems and queries stand within the file. */
function expectSound(text: string, path: string): void {
  const { problems, queries } = readSource(path, text);
  const spans = [
    ...problems.map(({ at }) => at),
    ...queries.map((query) => query.map.span({ from: 0, to: query.text.length })),
  ];
  for (const { from, to } of spans) {
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThanOrEqual(from);
    expect(to).toBeLessThanOrEqual(text.length);
  }
  for (const { map, text: query } of queries) map.rewrite([{ from: 0, to: query.length, insert: "x" }]);
}
