import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load.js";
import { closedPort, type FakeAnswer, serve } from "../prometheus/fake-server.js";
import { promqlLint } from "./command.js";
import { folderWith } from "./folder.js";
import { refusalOf } from "./refusal.js";

const file = "examples/catalogue/node-exporter.yaml";
const { entries } = await loadCatalogue(file, readFileSync(file, "utf8"));

describe("promql-lint catalogue list", () => {
  test("prints every query", async () => {
    const { status, stdout, stderr } = await promqlLint(["catalogue", "list"]);
    expect([status, stderr]).toEqual([0, ""]);
    for (const { id, question } of entries) {
      expect(stdout).toContain(`  ${id}  `);
      expect(stdout).toContain(question);
    }
  });

  test("as JSON, of one exporter", async () => {
    const { stdout } = await promqlLint(["catalogue", "list", "--exporter", "node-exporter", "-f", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, entries: entries.map(({ id }) => ({ id })) });
  });

  test("of an exporter that it does not have", async () => {
    expect(await refusalOf(["catalogue", "list", "--exporter", "node-exportr"])).toEqual({
      status: 2,
      text: "the catalogue has no exporter `node-exportr`\nhelp: did you mean `node-exporter`?",
    });
  });
});

describe("promql-lint catalogue show", () => {
  test("prints an instant query with its mistakes and a table of its result", async () => {
    const { status, stdout, stderr } = await promqlLint(["catalogue", "show", "prometheus-targets-down"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^prometheus-targets-down\nWhich targets cannot be scraped\?\n\n {2}up == 0\n\n/);
    expect(stdout).toContain(
      "\nwrong, found by single-equals\n  error: `=` compares a label, and labels stand in braces",
    );
    expect(stdout).toMatch(/\nsource {2}https:\S+\n\nNow at the demo cluster\n\n1 series at 2026-03-02T12:00:00Z\n\n/);
  });

  test("draws a range query", async () => {
    const { stdout } = await promqlLint(["catalogue", "show", "node-cpu-busy", "--ascii", "--limit", "2"]);
    expect(stdout).toContain("\n3 series from 2026-03-02T11:00:00Z to 2026-03-02T12:00:00Z, every 30s\n");
    expect(stdout).toContain("and 1 more, which are less on average: --limit 0 shows all\n");
  });

  test("in colours", async () => {
    const { stdout } = await promqlLint(["catalogue", "show", "prometheus-targets-down", "--color"]);
    expect(stdout).toContain("  up == \x1b[33m0\x1b[39m\n");
  });

  test("an alert whose condition is not met says so", async () => {
    const { status, stdout } = await promqlLint(["catalogue", "show", "node-memory-low"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\nNow at the demo cluster\n\nthe condition is not met\n$/);
  });

  test("as JSON, with the findings and the result", async () => {
    const { status, stdout } = await promqlLint(["catalogue", "show", "prometheus-targets-down", "-f", "json"]);
    expect(status).toBe(0);
    const [first] = (JSON.parse(stdout) as { entry: { wrong: readonly object[] } }).entry.wrong;
    expect(first).toMatchObject({
      rule: "always-returning-alert",
      findings: [{ code: "always-returning-alert", severity: "warning", at: { from: 6, to: 10 } }],
    });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      server: "the demo cluster",
      entry: { id: "prometheus-targets-down", exporter: "prometheus" },
      outcome: { status: "ok", series: 1 },
      data: { resultType: "vector", result: [{ metric: { job: "kube-proxy" }, value: [1772452800, "0"] }] },
    });
  });

  test.each([
    ["node-cpu-bussy", "did you mean `node-cpu-busy`?"],
    ["x\x1b[2J", "list them with `promql-lint catalogue list`"],
  ])("there is no %j", async (id, help) => {
    const { status, text } = await refusalOf(["catalogue", "show", id]);
    expect(status).toBe(2);
    expect(text).toMatch(/^the catalogue has no query `[^\x1b]+`\nhelp: [^\n]+$/);
    expect(text).toContain(help);
  });
});

describe("promql-lint catalogue run", () => {
  test.each([
    [["--server"]],
    [["--server", "not a url"]],
    [["--server", "ftp://localhost"]],
    [["--server", "http://localhost", "--timeout", "soon"]],
  ])("%j is wrong use", async (args) => {
    expect((await refusalOf(["catalogue", "run", ...args])).status).toBe(2);
  });

  test.each([
    [["--tag", "cpuu"], "the catalogue has no tag `cpuu`\nhelp: did you mean `cpu`?"],
    [
      ["--id", "x", "--id", "\x1b"],
      "the catalogue has no query `x`\nhelp: list them with `promql-lint catalogue list`",
    ],
    [
      ["--id", "node-cpu-busy", "--tag", "memory"],
      "the catalogue has no query that is all of this\nhelp: give fewer conditions",
    ],
  ])("%j chooses nothing", async (args, text) => {
    expect(await refusalOf(["catalogue", "run", ...args])).toEqual({ status: 2, text });
  });

  test("without a server, queries are asked of the demo cluster", async () => {
    const { status, stdout, stderr } = await promqlLint(["catalogue", "run", "--id", "node-cpu-count"]);
    expect([status, stdout, stderr]).toEqual([
      0,
      `node-exporter at the demo cluster
  ok     node-cpu-count  3 series, such as {instance="192.168.1.57:9100", job="node-exporter", …} 2

1 query: 1 ok
`,
      "",
    ]);
  });

  test.each([
    ["json", /^\{\n {2}"version": 1,\n {2}"server": "the demo cluster"/],
    ["junit", /^<\?xml .*\n<testsuites name="promql-lint catalogue" tests="\d+" failures="0" errors="0">/],
    ["markdown", /^# The catalogue on the demo cluster\n\n\d+ queries: \d+ ok\n/],
  ])("the queries about CPUs as %s, in a file", async (format, expected) => {
    const file = path.join(folderWith({}), "report");
    const args = ["catalogue", "run", "--exporter", "node-exporter", "--tag", "cpu", "-f", format, "-o", file];
    const { status, stdout, stderr } = await promqlLint(args);
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
    expect(readFileSync(file, "utf8")).toMatch(expected);
  });

  test("a port on which nothing listens", async () => {
    const url = await closedPort();
    expect(await refusalOf(["catalogue", "run", "--server", url])).toEqual({
      status: 3,
      text: `cannot reach ${url} (ECONNREFUSED): nothing listens there; start the server, or check host and port`,
    });
  });

  const html = { "content-type": "text/html" };
  test.each<[string, FakeAnswer | undefined]>([
    ["HTML", { headers: html, body: "<!doctype html><title>Log in</title>" }],
    ["HTML with an error", { status: 502, headers: html, body: "<h1>Bad gateway</h1>" }],
    ["JSON of another kind", { body: '{"hello": ["\\u001b[31m"]}' }],
    ["nothing", { body: "" }],
    ["a refusal", { status: 401, body: "Unauthorized" }],
    ["silence", undefined],
  ])("a server that answers with %s", async (_, answer) => {
    const { url } = await serve(() => answer);
    const { status, text } = await refusalOf(["catalogue", "run", "--server", url, "--timeout", "0.5"]);
    expect(status).toBe(3);
    expect(text).toContain(url);
    expect(text).not.toMatch(/[\n\x1b]/);
  });
});
