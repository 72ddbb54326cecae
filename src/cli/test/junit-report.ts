import { visible } from "../../report/visible.js";
import { element, xmlDocument } from "../../report/xml.js";
import type { TestCase, TestFileOutcome, TestProblem } from "../../testing/outcome.js";
import { countCases, differenceMarks } from "./count.js";

/**
 * Tests in the form of JUnit: a suite for each file. What the engine does not know is skipped.
 * https://github.com/testmoapp/junitxml
 */
export function testJunit(outcomes: readonly TestFileOutcome[]): string {
  const attributes = { name: "promql-lint test", ...junitCounts(outcomes) };
  return xmlDocument(element("testsuites", attributes, outcomes.map(suiteOf)));
}

function junitCounts(outcomes: readonly TestFileOutcome[]): Readonly<Record<string, number>> {
  const { passed, failed, unsupported } = countCases(outcomes);
  return { tests: passed + failed + unsupported, failures: failed, errors: 0, skipped: unsupported };
}

function suiteOf(outcome: TestFileOutcome): string {
  const cases = [
    ...outcome.problems.map((problem) => problemCase(outcome.path, problem)),
    ...outcome.cases.map((each) => testCase(outcome.path, each)),
  ];
  return element("testsuite", { name: outcome.path, ...junitCounts([outcome]) }, cases);
}

function problemCase(path: string, { at, message, help }: TestProblem): string {
  const name = `${at.path}:${at.line}:${at.column}`;
  const body = [`${visible(name)}: ${visible(message)}`, ...(help === undefined ? [] : [`help: ${visible(help)}`])];
  return element("testcase", { name, classname: path, file: at.path, line: at.line }, [
    element("failure", { message }, body.join("\n")),
  ]);
}

function testCase(path: string, { at, test, subject, status, message = "", help, difference = [] }: TestCase): string {
  const attributes = { name: `${test}: ${subject} (line ${at.line})`, classname: path, file: at.path, line: at.line };
  const lines = [
    ...message.split("\n"),
    ...difference.map(({ kind, text }) => `${differenceMarks[kind]} ${text}`),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ];
  switch (status) {
    case "passed":
      return element("testcase", attributes);
    case "failed":
      return element("testcase", attributes, [element("failure", { message }, lines.map(visible).join("\n"))]);
    case "unsupported":
      return element("testcase", attributes, [element("skipped", { message })]);
  }
}
