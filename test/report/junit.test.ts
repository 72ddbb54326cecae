import { expect, test } from "vitest";
import { formatJunit } from "../../src/report/junit.js";
import { hostile, hostileReport, unsafe } from "./context.js";
import { diagnosticAt, fileReport, gaugeReport } from "./sample.js";
import { childrenOf, readXml } from "./xml.js";

test("a suite for each file, a passed test for a clean one", () => {
  expect(formatJunit([gaugeReport(), fileReport("clean.yaml", "", [])])).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="promql-lint" tests="2" failures="1" errors="0">
  <testsuite name="rules/node.yaml" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="rate-over-gauge at 5:20" classname="rules/node.yaml" file="rules/node.yaml" line="5">
      <failure type="error" message="\`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset">rules/node.yaml:5:20: error: \`rate()\` reads every drop of the gauge \`node_memory_MemFree_bytes\` as a counter reset [rate-over-gauge]&#xa;help: use \`deriv()\`</failure>
    </testcase>
  </testsuite>
  <testsuite name="clean.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no findings" classname="clean.yaml" file="clean.yaml"/>
  </testsuite>
</testsuites>
`);
});

test("what was not looked at is skipped", () => {
  const report = { ...fileReport("a.yaml", "up", [diagnosticAt("up", "up")]), skipped: "a part of it is a template" };
  const [root] = childrenOf(readXml(formatJunit([report])), "testsuites");
  const [suite] = childrenOf(root, "testsuite");
  expect(suite).toMatchObject({ "@tests": "2", "@failures": "1", "@skipped": "1" });
  const [, left] = childrenOf(suite, "testcase");
  expect(childrenOf(left, "skipped")).toMatchObject([{ "@message": "a part of it is a template" }]);
});

test("nothing is a document without suites", () => {
  const [root] = childrenOf(readXml(formatJunit([])), "testsuites");
  expect(root).toMatchObject({ "@tests": "0", "@failures": "0" });
});

test.each(hostile)("%j is one failed test", (text) => {
  const output = formatJunit([hostileReport(text)]);
  expect(output).not.toMatch(unsafe);
  const [root] = childrenOf(readXml(output), "testsuites");
  const [suite] = childrenOf(root, "testsuite");
  const [failed, ...others] = childrenOf(suite, "testcase");
  expect(others).toEqual([]);
  expect(failed).toMatchObject({ "@line": "1" });
  const [failure] = childrenOf(failed, "failure");
  expect(failure?.["#text"]).toMatch(/:1:4: error: .*\]\nbecause: .*:1:1\)\nhelp: .*\nPrometheus says: .*$/);
});
