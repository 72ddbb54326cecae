import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load.js";
import { describeLive, type LiveServer, startServer } from "../live/server.js";
import { promqlLint } from "./command.js";
import { folderWith } from "./folder.js";

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
    const { status, stderr } = await promqlLint(["catalogue", "list", "--exporter", "node-exportr"]);
    expect(status).toBe(2);
    expect(stderr).toBe(
      "promql-lint: the catalogue has no exporter `node-exportr`\nhelp: did you mean `node-exporter`?\n",
    );
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
    const { status, stdout, stderr } = await promqlLint(["catalogue", "show", id]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^promql-lint: the catalogue has no query `[^\x1b]+`\nhelp: [^\n]+\n$/);
    expect(stderr).toContain(help);
  });
});

describe("promql-lint catalogue run", () => {
  test.each([
    [["--server"]],
    [["--server", "not a url"]],
    [["--server", "ftp://localhost"]],
    [["--server", "http://localhost", "--timeout", "soon"]],
  ])("%j is wrong use", async (args) => {
    const { status, stdout, stderr } = await promqlLint(["catalogue", "run", ...args]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^promql-lint: .+\n$/);
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
  ])("%j chooses nothing", async (args, message) => {
    const { status, stdout, stderr } = await promqlLint(["catalogue", "run", ...args]);
    expect([status, stdout, stderr]).toEqual([2, "", `promql-lint: ${message}\n`]);
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
    const server = await serve(() => undefined);
    await close(server);
    const { status, stdout, stderr } = await run(server.url);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toBe(
      `promql-lint: cannot reach ${server.url} (ECONNREFUSED): nothing listens there; start the server, or check host and port\n`,
    );
  });

  test.each([
    ["HTML", 200, "text/html", "<!doctype html><title>Log in</title>"],
    ["HTML with an error", 502, "text/html", "<h1>Bad gateway</h1>"],
    ["JSON of another kind", 200, "application/json", '{"hello": ["\\u001b[31m"]}'],
    ["nothing", 200, "application/json", ""],
    ["a refusal", 401, "text/plain", "Unauthorized"],
  ])("a server that answers with %s", async (_, code, type, body) => {
    const server = await serve((respond) => respond(code, type, body));
    const { status, stdout, stderr } = await run(server.url);
    await close(server);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^promql-lint: [^\n\x1b]+\n$/);
  });

  test("a server that never answers", async () => {
    const server = await serve(() => undefined);
    const { status, stderr } = await run(server.url, "--timeout", "0.2");
    await close(server);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^promql-lint: [^\n]+\n$/);
  });
});

describeLive("promql-lint catalogue run on a real server", () => {
  const lastLine = (text: string) => text.trimEnd().split("\n").at(-1);

  describe("that scrapes a node exporter", () => {
    let live: LiveServer;
    beforeAll(async () => void (live = await startServer("running")), 60_000);
    afterAll(() => live.stop());

    test("is all green", async () => {
      const { status, stdout, stderr } = await run(live.url);
      expect(stderr).toBe("");
      expect(lastLine(stdout)).toBe(`${entries.length} queries: ${entries.length} ok`);
      expect(status).toBe(0);
    });

    test("is all green as JSON", async () => {
      const { status, stdout } = await run(live.url, "-f", "json");
      expect(JSON.parse(stdout)).toMatchObject({ version: 1, summary: { ok: entries.length, empty: 0, error: 0 } });
      expect(status).toBe(0);
    });
  });

  test("without an exporter every query is empty for that reason", async () => {
    const live = await startServer("absent");
    const { status, stdout } = await run(live.url);
    await live.stop();
    expect(status).toBe(1);
    expect(lastLine(stdout)).toBe(`${entries.length} queries: 0 ok, ${entries.length} empty`);
    expect(stdout.match(/no target gives node-exporter's metrics/g)?.length).toBe(entries.length);
  });
});

function run(url: string, ...flags: string[]) {
  return promqlLint(["catalogue", "run", "--exporter", "node-exporter", "--server", url, ...flags]);
}

interface Served {
  readonly url: string;
  readonly server: Server;
}

/** A server on a free port that answers every request alike. */
async function serve(answer: (respond: (status: number, type: string, body: string) => void) => void): Promise<Served> {
  const server = createServer((_, response) =>
    answer((status, type, body) => response.writeHead(status, { "content-type": type }).end(body)),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port is free");
  return { url: `http://127.0.0.1:${address.port}`, server };
}

async function close({ server }: Served): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
