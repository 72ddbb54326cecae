import { expect, test } from "vitest";
import { formatGithub } from "../../src/report/github.js";
import { hostile, hostileReport, unsafe } from "./context.js";
import { diagnosticAt, fileReport, gaugeReport, spanOf } from "./sample.js";

test("a command for each diagnostic", () => {
  expect(formatGithub([gaugeReport()])).toBe(
    "::error file=rules/node.yaml,line=5,endLine=5,col=20,endColumn=45,title=rate-over-gauge::" +
      "`rate()` reads every drop of the gauge `node_memory_MemFree_bytes` as a counter reset%0Ahelp: use `deriv()`\n",
  );
});

test.each([
  ["error", "error"],
  ["warning", "warning"],
  ["info", "notice"],
] as const)("%s is a command %s", (severity, command) => {
  const text = formatGithub([fileReport("a", "up", [diagnosticAt("up", "up", { severity })])]);
  expect(text).toMatch(new RegExp(`^::${command} file=a,`));
});

test("what spans several lines keeps the column where it starts, and tells where it ends", () => {
  const text = "sum(\n  up)";
  expect(formatGithub([fileReport("a", text, [diagnosticAt(text, text)])])).toBe(
    "::error file=a,line=1,col=1,title=some-rule::something goes wrong%0Afrom 1:1 to 2:6\n",
  );
});

test("why, what to do and what Prometheus says are lines of the message", () => {
  const text = "sum by (job) (up)";
  const diagnostic = diagnosticAt(text, "up", {
    because: [{ at: spanOf(text, "job"), message: "keeps `job`" }],
    help: "Do it",
    prometheus: "100% wrong",
  });
  const [, message = ""] = /title=some-rule::(.*)\n$/.exec(formatGithub([fileReport("a", text, [diagnostic])])) ?? [];
  expect(read(message)).toBe(
    "something goes wrong\nbecause: keeps `job` (a:1:9)\nhelp: do it\nPrometheus says: 100% wrong",
  );
});

test("nothing is an empty text", () => {
  expect(formatGithub([fileReport("clean.yaml", "", [])])).toBe("");
});

test.each(hostile)("%j is one command, and its file is read back", (text) => {
  const output = formatGithub([hostileReport(text)]);
  expect(output).not.toMatch(unsafe);
  const [, properties = "", message = ""] = /^::error ([^:\n]*)::([^\n\r]+)\n$/.exec(output) ?? [];
  const values = new Map(properties.split(",").map((property) => splitAt(property, property.indexOf("="))));
  expect([...values.keys()].filter((name) => name !== "endLine" && name !== "endColumn")).toEqual([
    "file",
    "line",
    "col",
    "title",
  ]);
  expect([values.get("line"), values.get("col")]).toEqual(["1", "4"]);
  expect(read(message)).toMatch(/^[^]+\nbecause: [^]+\nhelp: [^]+\nPrometheus says: [^]+$/);
  if (!controls.test(text)) expect(read(values.get("file") ?? "")).toBe(text);
});

const controls = /(?![\r\n])[\p{Cc}\p{Surrogate}\u2028-\u202e]/u;

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at + 1)];
}

/** As the runner of GitHub does. */
function read(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}
