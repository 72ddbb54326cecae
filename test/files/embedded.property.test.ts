import fc from "fast-check";
import { expect, test } from "vitest";
import { Document, Scalar } from "yaml";
import { readSource, type SourceQuery } from "../../src/files/index.js";
import { queryPiece } from "./query-pieces.js";
import { apply, inside, isYaml } from "./rules-around.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 1_000 : 200 };

const piece = fc.oneof({ weight: 16, arbitrary: queryPiece }, fc.constant("$x"));
const query = fc.array(piece, { maxLength: 20 }).map((pieces) => `a${pieces.join("")}b`);

/** Other queries make the text long, so that a part of it is rewritten on its own. */
const others = fc.constantFrom(0, 3, 40);

/** A dashboard with the query in a text of a manifest, as the `yaml` package writes it. */
const embedded = fc
  .record({
    value: query,
    others,
    style: fc.constantFrom("QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"),
    space: fc.constantFrom("", " ", "  ", "\t"),
    lineWidth: fc.constantFrom(0, 80),
    indent: fc.integer({ min: 1, max: 4 }),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ value, others, style, space, lineWidth, indent, lineEnd }) => {
    const around = Array.from({ length: others }, (_, k) => ({
      title: `a long title of panel ${k}`,
      targets: [{ expr: "up" }],
    }));
    const panels = [...around, { title: "own", targets: [{ expr: value }] }, ...around];
    const json = new Scalar(JSON.stringify({ panels }, null, space));
    json.type = style;
    const document = new Document({ kind: "ConfigMap", data: { "a.json": json, "b.json": "{}" } });
    return { value, text: document.toString({ lineWidth, indent }).replaceAll("\n", lineEnd) };
  });

const edits = fc.array(fc.record({ from: fc.nat(30), length: fc.nat(5), insert: fc.array(piece, { maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 3,
});

test("each character of a query is led through both texts to the file", () => {
  fc.assert(
    fc.property(embedded, ({ value, text }) => {
      // The package breaks lines within a character.
      fc.pre(isYaml(text) && !/\ud83d\\/.test(text));
      const own = ownQuery(text);
      expect(own.text).toBe(value);
      expect(own.map.exact).toBe(true);
      let end = 0;
      for (const { segment: char, index } of new Intl.Segmenter("en").segment(value)) {
        const { from, to } = own.map.span({ from: index, to: index + char.length });
        expect(from).toBeGreaterThanOrEqual(end);
        end = to;
        // A blank may be where a line is folded; a quote and a backslash are escaped by both texts, or by one.
        const shown = text.slice(from, to);
        if (/[\w😀é$(){}]/u.test(char) && !/^\\[uUx]/.test(shown)) expect(shown).toBe(char);
      }
    }),
    runs,
  );
});

test("a rewrite gives the wanted query and leaves everything else as it is", () => {
  let done = 0;
  fc.assert(
    fc.property(embedded, edits, ({ value, text }, changes) => {
      // The package breaks lines within a character.
      fc.pre(isYaml(text) && !/\ud83d\\/.test(text));
      const own = ownQuery(text);
      const wanted = inside(value, changes);
      // A panel without a query has none to find again.
      fc.pre(apply(value, wanted).trim() !== "");
      const rewrite = own.map.rewrite(wanted);
      if (!rewrite) return;

      done++;
      const result = apply(text, rewrite);
      expect(ownQuery(result).text).toBe(apply(value, wanted));
      const { from, to } = own.map.span({ from: 0, to: value.length });
      for (const edit of rewrite) {
        expect(edit.from).toBeGreaterThanOrEqual(from);
        expect(edit.to).toBeLessThanOrEqual(to);
      }
    }),
    runs,
  );
  expect(done).toBeGreaterThan(runs.numRuns / 2);
});

function ownQuery(text: string): SourceQuery {
  const found = readSource("a.yaml", text).queries.find(({ panel }) => panel?.title.text === "own");
  return found ?? expect.fail(`no query in ${text}`);
}
