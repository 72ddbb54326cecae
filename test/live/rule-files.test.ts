import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { readSource } from "../../src/files/index.js";
import { promtool } from "./program.js";
import { describeLive } from "./server.js";

/** Values of one field of a rule or group, each of which makes a file of its own. */
const durations = [
  "5m",
  "0",
  "'0'",
  "0s",
  "1h30m",
  "1y2w3d4h5m6s7ms",
  "",
  "~",
  '""',
  "5",
  "5M",
  "1h 30m",
  "1.5h",
].concat(["-5m", "' 5m'", "5 minutes", "1m1h", "1e3", "293y", "292y", "[5m]", "{a: b}", "5m # why", "5mm", "m"]);
const texts = ["a", "1", "1.50", "true", "~", "", "''", "2024-01-01", "[a]", "{a: b}", "'{a}'", "a b", "|-\n        x"];
const limits = ["5", "-1", "'5'", "5.0", "1e2", "0x10", "1_000", "5.5", "a", "[5]", "~", ""];
const labels = [
  "{}",
  "{a: b}",
  "{a: 1, b: true}",
  "{a-b: c}",
  "{__name__: c}",
  "{'': c}",
  "{a: [b]}",
  "{a: ~}",
  "[a]",
].concat(["''", "a", "~", "{1: b}", "{__a: b}", "{a: b, a: c}"]);

const alerting = rules("alert: A, expr: up");
const recording = rules("record: r, expr: up");
const files: readonly string[] = [
  ...durations.flatMap((value) => [
    alertingRule(`for: ${value}`),
    alertingRule(`keep_firing_for: ${value}`),
    recordingRule(`for: ${value}`),
    recordingRule(`keep_firing_for: ${value}`),
    `groups:\n- name: g\n  interval: ${value}\n`,
    `groups:\n- name: g\n  query_offset: ${value}\n`,
  ]),
  ...texts.flatMap((value) => [
    `groups:\n- name: ${value}\n`,
    `groups:\n- name: g\n  rules:\n    - expr: up\n      alert: ${value}\n`,
    `groups:\n- name: g\n  rules:\n    - expr: up\n      record: ${value}\n`,
    `groups:\n- name: g\n  rules:\n    - alert: A\n      record: ${value}\n      expr: up\n`,
  ]),
  ...["~", "", "''", "a", "{expr: up}"].map((value) => `groups:\n- name: g\n  rules: ${value}\n`),
  ...limits.map((value) => `groups:\n- name: g\n  limit: ${value}\n`),
  ...labels.flatMap((value) => [
    alertingRule(`labels: ${value}`),
    alertingRule(`annotations: ${value}`),
    recordingRule(`labels: ${value}`),
    recordingRule(`annotations: ${value}`),
    `groups:\n- name: g\n  labels: ${value}\n`,
  ]),
  ...["exp", "Expr", "severity", "annotation", "summary", "group", "keepFiringFor"].flatMap((field) => [
    alertingRule(`${field}: a`),
    `groups:\n- name: g\n  ${field}: a\n  rules: [{alert: A, expr: up}]\n`,
    `${alerting}${field}: a\n`,
  ]),
  ...["up", "", "~", "''", "1", "true", "[up]", "{a: b}", "'  '", "sum(", "|\n        up\n"].map(
    (value) => `groups:\n- name: g\n  rules:\n    - alert: A\n      expr: ${value}\n`,
  ),
  alerting,
  recording,
  rules("alert: A, record: r, expr: up"),
  rules("alert: A"),
  rules("expr: up"),
  "groups: []\n",
  "groups:\n- name: g\n- name: g\n",
  "groups:\n- name: g\n- name: h\n",
  "groups:\n- rules: [{alert: A, expr: up}]\n",
  "groups:\n-\n",
  "groups:\n- name: g\n  rules:\n  -\n",
  `${alerting}---\n${rules("alert: A")}`,
  '{"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up", "for": "5m"}]}]}',
  '{"groups": [{"name": "g", "rules": [{"alert": "A", "expr": "up", "for": 5}]}]}',
];

/** What is a mistake in one document only, which Prometheus never reads. */
const unread = new Set([`${alerting}---\n${rules("alert: A")}`]);

describeLive("promtool check rules", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "promql-rules-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("gives the same verdict on every file", () => {
    const read = files.filter((text) => !unread.has(text));
    const accepted = acceptedOf(folder, read);
    const differing = read.filter((text) => accepted.has(text) !== weAccept(text));
    expect(differing).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
  });

  test("reads the first document alone", () => {
    for (const text of unread) {
      expect(acceptedOf(folder, [text]).has(text)).toBe(true);
      expect(readSource("rules.yaml", text).problems.map(({ code }) => code)).toContain("ignored-document");
    }
  });
});

/** The texts that promtool accepts: it names the others, each as a file, in what it says of its failures. */
function acceptedOf(folder: string, texts: readonly string[]): ReadonlySet<string> {
  const named = texts.map((text, k) => [path.join(folder, `rules-${k}.yaml`), text] as const);
  for (const [file, text] of named) writeFileSync(file, text);
  const run = spawnSync(promtool, ["check", "rules", "--lint=none", ...named.map(([file]) => file)], {
    encoding: "utf8",
  });
  if (run.error) throw run.error;
  expect(run.stdout.match(/^Checking /gm)?.length).toBe(texts.length);
  return new Set(named.filter(([file]) => !run.stderr.includes(`${file}: `)).map(([, text]) => text));
}

/** Prometheus rejects a file for its structure or for a query; a field of another tool at the top is a warning here. */
function weAccept(text: string): boolean {
  const { problems, queries } = readSource("rules.yaml", text);
  const isRejected = problems.some(({ code, severity }) => severity === "error" || code === "unknown-field");
  return !isRejected && queries.every((query) => check(query.text).every(({ severity }) => severity !== "error"));
}

function rules(rule: string): string {
  return `groups:\n- name: g\n  rules:\n  - {${rule}}\n`;
}

function alertingRule(field: string): string {
  return `groups:\n- name: g\n  rules:\n    - alert: A\n      expr: up\n      ${field}\n`;
}

function recordingRule(field: string): string {
  return `groups:\n- name: g\n  rules:\n    - record: r\n      expr: up\n      ${field}\n`;
}
