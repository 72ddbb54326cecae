import { expect, test } from "vitest";
import { formatCheckstyle } from "../../src/report/checkstyle.js";
import { hostile, hostileReport, unsafe } from "./context.js";
import { diagnosticAt, fileReport, gaugeReport } from "./sample.js";
import { childrenOf, readXml } from "./xml.js";

test("files and their diagnostics", () => {
  const warned = fileReport("b.yaml", "up", [diagnosticAt("up", "up", { severity: "warning" })]);
  expect(formatCheckstyle([gaugeReport(), fileReport("clean.yaml", "", []), warned])).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="rules/node.yaml">
    <error line="5" column="20" severity="error" message="\`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset" source="promql-lint.rate-over-gauge"/>
  </file>
  <file name="clean.yaml"/>
  <file name="b.yaml">
    <error line="1" column="1" severity="warning" message="something goes wrong" source="promql-lint.some-rule"/>
  </file>
</checkstyle>
`);
});

test("nothing is a document without files", () => {
  const [root] = childrenOf(readXml(formatCheckstyle([])), "checkstyle");
  expect(root).toMatchObject({ "@version": "4.3" });
  expect(childrenOf(root, "file")).toEqual([]);
});

test.each(hostile)("%j is read back, but for what XML forbids", (text) => {
  const output = formatCheckstyle([hostileReport(text)]);
  expect(output).not.toMatch(unsafe);
  const [root] = childrenOf(readXml(output), "checkstyle");
  const [file] = childrenOf(root, "file");
  const [error] = childrenOf(file, "error");
  const expected = inXml(text);
  expect(file?.["@name"]).toBe(expected);
  expect(error).toMatchObject({ "@line": "1", "@column": "4", "@message": expected });
});

function inXml(text: string): string {
  return text.replace(/(?![\t\n\r])[\0-\x1f\ufffe\uffff\p{Surrogate}]/gu, (character) => {
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}

test("the reader sees what is no XML", () => {
  expect(() => readXml("<a><b></a>")).toThrow();
  expect(() => readXml("<a>\u001b</a>")).toThrow();
});
