import { grouped } from "../syntax/grouped.js";
import { element, xmlDocument } from "../report/xml.js";
import type { CatalogueRun, Outcome } from "./outcome.js";
import { outcomeWords } from "./outcome-words.js";

/**
 * Tests in the form of JUnit: a suite for each exporter, a test for each entry. An entry without a result is a failure,
 * one whose query is refused an error. https://github.com/testmoapp/junitxml
 */
export function runJunit(runs: readonly CatalogueRun[]): string {
  const suites = runs.flatMap(({ server, outcomes }) =>
    [...grouped(outcomes, ({ entry }) => entry.exporter.name)].map(([exporter, own]) =>
      element("testsuite", { name: exporter, hostname: server, ...countsOf(own) }, own.map(caseOf)),
    ),
  );
  const counts = countsOf(runs.flatMap(({ outcomes }) => outcomes));
  return xmlDocument(element("testsuites", { name: "promql-lint catalogue", ...counts }, suites));
}

function countsOf(outcomes: readonly Outcome[]) {
  const count = (status: Outcome["status"]) => outcomes.filter((outcome) => outcome.status === status).length;
  return { tests: outcomes.length, failures: count("empty"), errors: count("error") };
}

function caseOf(outcome: Outcome): string {
  const { id, exporter, at, query } = outcome.entry;
  const { text, notes } = outcomeWords(outcome);
  const body = [query.trimEnd(), "", text, ...notes.map((note) => `${note.kind}: ${note.text}`)].join("\n");
  const attributes = { name: id, classname: exporter.name, file: at.path, line: at.line };
  switch (outcome.status) {
    case "ok":
      return element("testcase", attributes);
    case "empty":
      return element("testcase", attributes, [element("failure", { type: outcome.reason.code, message: text }, body)]);
    case "error":
      return element("testcase", attributes, [element("error", { type: "query", message: text }, body)]);
  }
}
