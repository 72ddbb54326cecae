import type { DocumentReader, Entries } from "../files/document-reader.js";
import { parseNotedLabels, parseNotedSeries } from "../engine/readers/series-notation.js";
import type { Span } from "../syntax/problem.js";
import { openDocument } from "./open-document.js";
import type { AlertTest, ExpectedSample, ExprTest, InputSeries, UnitTest, UnitTestFile } from "./unit-test.js";
import * as fields from "./yaml-fields.js";

/** The fields of a file of unit tests. */
export const unitTestFileFields: readonly string[] = [
  "rule_files",
  "evaluation_interval",
  "group_eval_order",
  "fuzzy_compare",
  "tests",
];
const testFields = [
  ...["name", "interval", "start_timestamp", "input_series", "alert_rule_test", "promql_expr_test"],
  ...["external_labels", "external_url"],
];

/** What promtool takes where the file does not say how often rules are evaluated. */
const defaultInterval = 60_000;

/** A file of unit tests, and what promtool has against it; an empty file holds no tests. */
export interface ReadUnitTests {
  readonly file: UnitTestFile;
  readonly reader: DocumentReader;
}

/**
 * Reads a file of unit tests. What is wrong with it is among the problems of the reader.
 * Source: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
export function readUnitTestFile(path: string, text: string): ReadUnitTests {
  const reader = openDocument(path, text);
  const entries: Entries =
    (reader.root && fields.strictEntries(reader, reader.root, "a file of unit tests", unitTestFileFields)) ?? new Map();
  const evaluationInterval = fields.durationOf(reader, entries, "evaluation_interval") || defaultInterval;
  const tests = fields
    .listOfEntries(reader, entries.get("tests"), "tests", "a test", testFields)
    .map((test, k) => readTest(reader, test, k, evaluationInterval));
  const file: UnitTestFile = {
    ruleFiles: fields.textsOf(reader, entries, "rule_files"),
    evaluationInterval,
    groupOrder: fields.textsOf(reader, entries, "group_eval_order"),
    isFuzzy: fields.booleanOf(reader, entries, "fuzzy_compare"),
    tests,
  };
  checkOrder(reader, file);
  return { file, reader };
}

function checkOrder(reader: DocumentReader, { groupOrder }: UnitTestFile): void {
  const seen = new Set<string>();
  for (const { value, at } of groupOrder) {
    if (seen.has(value)) {
      const message = `The file is rejected: the group \`${value}\` stands a second time in \`group_eval_order\``;
      reader.problem("duplicate-group", at, message, "remove one of the two");
    }
    seen.add(value);
  }
}

interface Item {
  readonly at: Span;
  readonly entries: Entries;
}

function readTest(reader: DocumentReader, { at, entries }: Item, index: number, evaluationInterval: number): UnitTest {
  const name = fields.textOf(reader, entries, "name");
  return {
    at,
    name,
    title: name || `unnamed#${index}`,
    interval: fields.durationOf(reader, entries, "interval") || evaluationInterval,
    start: startOf(reader, entries),
    series: fields
      .listOfEntries(reader, entries.get("input_series"), "input_series", "a series", ["series", "values"])
      .map((item) => readSeries(reader, item)),
    alertTests: fields
      .listOfEntries(reader, entries.get("alert_rule_test"), "alert_rule_test", "a test of an alert", alertFields)
      .map((item) => readAlertTest(reader, item)),
    exprTests: fields
      .listOfEntries(reader, entries.get("promql_expr_test"), "promql_expr_test", "a test of a query", exprFields)
      .map((item) => readExprTest(reader, item)),
    externalLabels: Object.fromEntries(fields.mapOf(reader, entries, "external_labels")),
    externalUrl: fields.textOf(reader, entries, "external_url"),
  };
}

const alertFields = ["eval_time", "alertname", "exp_alerts"];
const exprFields = ["expr", "eval_time", "exp_samples"];

/** In milliseconds since 1970, from seconds or a time as RFC 3339 writes it. */
function startOf(reader: DocumentReader, entries: Entries): number {
  const entry = entries.get("start_timestamp");
  const text = fields.textOf(reader, entries, "start_timestamp");
  if (!entry?.value || text === "") return 0;
  const seconds = /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : rfc3339(text) / 1000;
  if (Number.isFinite(seconds)) return Math.round(seconds * 1000);
  const message = `The file is rejected: \`start_timestamp\` is \`${text}\`, which is no time`;
  reader.problem("bad-time", entry.value, message, "write seconds since 1970, or `2026-01-31T12:00:00Z`");
  return 0;
}

function rfc3339(text: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
}

/** promtool writes a series and its values on one line: what comes behind a line break is another series. */
function readSeries(reader: DocumentReader, { at, entries }: Item): InputSeries {
  const series = fields.textOf(reader, entries, "series");
  const values = fields.textOf(reader, entries, "values");
  const [first = "", ...others] = `${series} ${values}`.split("\n");
  const line = first.trim();
  if (others.some((other) => other.trim() !== "")) {
    return {
      at,
      noted: { mistake: "the values of a series stand on several lines: write them on one, or below `>-`" },
    };
  }
  if (others.length > 0) {
    const message = "promtool reads no series behind this one, whose values end with a line break";
    reader.problem("lost-series", placeOfValues(reader, entries) ?? at, message, "write `|-` or `>-`", "warning");
  }
  return { at, noted: parseNotedSeries(line), ...(others.length > 0 && { isLast: true as const }) };
}

function placeOfValues(reader: DocumentReader, entries: Entries): Span | undefined {
  const entry = entries.get("values");
  return entry && fields.placeOf(reader, entry);
}

function readAlertTest(reader: DocumentReader, { at, entries }: Item): AlertTest {
  const alert = fields.textOf(reader, entries, "alertname");
  const expected = fields
    .listOfEntries(reader, entries.get("exp_alerts"), "exp_alerts", "an alert", ["exp_labels", "exp_annotations"])
    .map((item) => ({
      labels: new Map([...fields.mapOf(reader, item.entries, "exp_labels"), ["alertname", alert]]),
      annotations: fields.mapOf(reader, item.entries, "exp_annotations"),
    }));
  return { at, time: fields.durationOf(reader, entries, "eval_time"), alert, expected };
}

function readExprTest(reader: DocumentReader, { at, entries }: Item): ExprTest {
  const expected = fields
    .listOfEntries(reader, entries.get("exp_samples"), "exp_samples", "a sample", ["labels", "value", "histogram"])
    .map((item): ExpectedSample => {
      const labels = fields.textOf(reader, item.entries, "labels");
      return {
        at: item.at,
        labels: parseNotedLabels(labels.trim() === "" ? "{}" : labels),
        value: fields.numberOf(reader, item.entries, "value"),
        isNative: fields.textOf(reader, item.entries, "histogram") !== "",
      };
    });
  return {
    at,
    time: fields.durationOf(reader, entries, "eval_time"),
    query: fields.textOf(reader, entries, "expr"),
    expected,
  };
}
