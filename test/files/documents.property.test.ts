import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/files/json-documents.js";
import { isNull, nodeSpan, type Node } from "../../src/files/node.js";
import { parseYaml } from "../../src/files/yaml/package.js";
import { readPlainYaml } from "../../src/files/yaml/reader.js";

const runs = { numRuns: process.env["PROMQL_LINT_FULL"] ? 50_000 : 2_000 };

const scalars = fc.constantFrom(
  ...[
    "up",
    "a b",
    "1",
    "~",
    "null",
    'sum(up{a="b"}) > 1',
    "a:b",
    ":x",
    "-1",
    "?x",
    "a#b",
    "http://x/",
    "é😀",
    "a\tb",
    "a '",
    "<<",
  ],
  ...["'a'", "''", "'it''s'", "'a # b: c'", '"a"', '""', '"a\\"b\\n"', '"\\u00e9\\x41\\/"', '"a: b # c"', '"\\\\"'],
);
const rareScalars = fc.constantFrom(
  ...[
    "&a x",
    "*a",
    "!!str 1",
    "!x",
    "? a",
    "@a",
    "`a",
    "%a",
    "a: b",
    "- a",
    "a #",
    "[",
    "'",
    '"',
    '"\\q"',
    '"a" b',
    "|2",
    ">+",
  ],
);
const flows = fc.constantFrom(
  ...[
    "[]",
    "{}",
    "[a, b]",
    "{a: [b, {c: 'd'}], \"e\":1}",
    "[a, 'b', \"c\", -1, ]",
    "[a b , c]",
    "{a b: c d}",
    "{ a: up }",
  ],
);
const oddFlows = fc.constantFrom(
  ...["[a: b]", "{a}", "{a: }", "[a,, b]", "[a", "{a:b}", "[?a]", "[:a]", "[a # b\n]", "[*a]", "{a: b}: c", "[a]]"],
  ...["['a'b]", "{'a':b}", "{a: b\n}", "[a,\n b]", "[a\n b]"],
);
const breaks = fc.constantFrom(
  "\n",
  "\n",
  "\n",
  "\n\n",
  " \n",
  " # c\n",
  "\n# c\n",
  "\n  # c: d\n",
  "#\n",
  "\n \n",
  "\n\t\n",
  "\t\n",
);

/** Lines that people may write in any order: most texts are broken, and many nearly right. */
const lines = fc
  .array(
    fc
      .record({
        indent: fc.nat(4),
        dashes: fc.constantFrom("", "", "", "- ", "- - ", "-   ", "-\t", "-"),
        key: fc.constantFrom("", "", "a:", "b:", "'c':", '"d" :', "e f: ", "<<:", "g::", "? h", ":"),
        value: fc.oneof(
          { weight: 6, arbitrary: scalars },
          { weight: 3, arbitrary: fc.constantFrom("", "|", ">", "|-", ">-", "| # c", ">-  ", "|+", "|2") },
          { weight: 2, arbitrary: flows },
          { weight: 1, arbitrary: oddFlows },
          { weight: 1, arbitrary: rareScalars },
        ),
        end: breaks,
      })
      .map(
        ({ indent, dashes, key, value, end }) =>
          `${" ".repeat(indent)}${dashes}${key}${key && value ? " " : ""}${value}${end}`,
      ),
    { minLength: 1, maxLength: 7 },
  )
  .map((all) => all.join(""));

/** A block of any style at an indentation; the lines of its text may be empty, deeper or to the left. */
const block = fc
  .record({
    header: fc.constantFrom("|", "|-", ">", ">-", "| # why", "|+"),
    body: fc.array(
      fc.constantFrom("", "up", "  deeper", "a: b", "- x", "# no comment", "\tx", "trailing  ", "   ", "[", "'"),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  })
  .map(
    ({ header, body }) =>
      (pad: string) =>
        [header, ...body.map((line) => (line === "" ? "" : `${pad}  ${line}`))].join("\n"),
  );

const leaf = fc.oneof(
  { weight: 5, arbitrary: scalars.map((text) => () => ` ${text}`) },
  { weight: 2, arbitrary: flows.map((text) => () => ` ${text}`) },
  { weight: 2, arbitrary: block.map((write) => (pad: string) => ` ${write(pad)}`) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        " a\n$  b",
        ' "a\n$  b"',
        " 'a\n\n$  b'",
        " a\n\n$   b # c",
        " [a,\n$  b]",
        " {a: b,\n$  c: d\n$  }",
        "",
      )
      .map((text) => (pad: string) => text.replaceAll("$", pad)),
  },
);

type Writer = (pad: string) => string;

/** Documents that are nested as they should be, in the manners of writing that rule files have. */
const { node } = fc.letrec<{ node: Writer; leaf: Writer; mapping: Writer; list: Writer }>((tie) => ({
  node: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("mapping"), tie("list")),
  leaf,
  mapping: fc
    .record({
      entries: fc.array(
        fc.tuple(
          fc.constantFrom("a", "b c", "'d'", '"e"', "x/y", "<<", "f.g"),
          tie("node"),
          fc.constantFrom("", "", " # why"),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      indent: fc.constantFrom("  ", "    ", " "),
    })
    .map(
      ({ entries, indent }) =>
        (pad: string) =>
          entries.map(([key, value, comment]) => `\n${pad}${indent}${key}:${value(pad + indent)}${comment}`).join(""),
    ),
  list: fc
    .record({
      items: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
      compact: fc.boolean(),
      indent: fc.constantFrom("", "  "),
    })
    .map(
      ({ items, compact, indent }) =>
        (pad: string) =>
          items
            .map((item) => {
              const written = item(`${pad}${indent}`);
              return `\n${pad}${indent}-${compact ? written.replace(/^\n */, " ") : written}`;
            })
            .join(""),
    ),
}));

const nested = fc
  .record({
    roots: fc.array(fc.tuple(node, fc.constantFrom("\n---", "\n--- # c", "\n---\n# c", "\n...")), {
      minLength: 1,
      maxLength: 3,
    }),
    start: fc.constantFrom("", "", "---", "# c\n", "\ufeff", "# c\n---"),
    end: fc.constantFrom("\n", "", "\n\n# end\n", "\n---\n"),
    lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
  })
  .map(({ roots, start, end, lineEnd }) => {
    const all = roots.map(([write, between], k) => `${k > 0 ? between : ""}${write("").replace(/^\n {2}/, "\n  ")}`);
    return `${start}${all.join("")}${end}`.replaceAll("\n", lineEnd);
  });

const change = fc.record({
  from: fc.nat(200),
  length: fc.nat(3),
  insert: fc.constantFrom("", " ", "\n", ":", "-", "#", "'", '"', "\t", "&a ", "  ", "{", "]", ",", "\r"),
});
const changed = fc
  .tuple(nested, fc.array(change, { minLength: 1, maxLength: 2 }))
  .map(([text, changes]) =>
    changes.reduce((all, { from, length, insert }) => all.slice(0, from) + insert + all.slice(from + length), text),
  );

describe("what the fast reader reads", () => {
  test.each([
    ["loose lines", lines, 0.01],
    ["nested documents", nested, 0.08],
    ["changed documents", changed, 0.02],
  ])("is what the yaml package reads: %s", (_, texts, share) => {
    let read = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (expectSame(text)) read++;
      }),
      runs,
    );
    expect(read).toBeGreaterThan(runs.numRuns * share);
  });
});

describe("what the JSON reader reads", () => {
  test("is what the yaml package reads", () => {
    const indents = fc.constantFrom(undefined, 1, "\t");
    fc.assert(
      fc.property(
        fc.oneof(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), fc.array(fc.jsonValue())),
        indents,
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          expect(shape(parseJson(text)?.documents[0]?.root, text)).toEqual(
            shape(parseYaml(text).documents[0]?.root, text),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

const folder = process.env["PROMQL_CORPUS"];

describe.runIf(folder)("the corpus", () => {
  const files = readdirSync(folder ?? ".", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:ya?ml)$/.test(name),
  );
  test.each(files)("%s is read alike, and fast", (name) => {
    expect(expectSame(readFileSync(join(folder ?? "", name), "utf8"))).toBe(true);
  });
});

/** Whether the fast reader reads the text; then it has read what the package reads. */
function expectSame(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const { documents, comments, limit } = parseYaml(text);
  expect(limit).toBeUndefined();
  expect(
    documents.flatMap(({ errors }) => errors.map(({ message }) => message)),
    text,
  ).toEqual([]);
  expect(
    plain.roots.map((root) => shape(root, text)),
    text,
  ).toEqual(documents.map(({ root }) => shape(root, text)));
  expect(plain.comments, text).toEqual(comments);
  return true;
}

/** What others can see of a node: all values and places, but no places of what is not written. */
function shape(node: Node | undefined, text: string): unknown {
  if (!node || (isNull(node) && node.kind === "scalar" && node.text === "")) return null;
  if (node.kind === "scalar") return node;
  const at = { kind: node.kind, from: node.span.from, shown: nodeSpan(node, text) };
  if (node.kind === "list") return { ...at, items: node.items.map((item) => shape(item, text)) };
  return { ...at, flow: node.flow, pairs: node.pairs.map(({ key, value }) => [shape(key, text), shape(value, text)]) };
}
