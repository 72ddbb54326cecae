import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createDemo, demoSeries, openMetricsText } from "../../src/demo/index.js";
import { command, promqlLint } from "./command.js";
import { folderWith } from "./folder.js";
import { refusalOf } from "./refusal.js";
import { startServed, whileInUse } from "./serving/served.js";

const at = ["--now", "2026-01-15T12:00:00Z"];
const now = Date.UTC(2026, 0, 15, 12);
/** How soon a demo that is served says so, in milliseconds. */
const patience = 30_000;

test("the overview as JSON has every target and every incident", async () => {
  const { status, stdout } = await promqlLint(["demo", ...at, "-f", "json"]);
  const demo = createDemo({ now });
  const overview: unknown = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(overview).toMatchObject({ version: 1, seed: "demo", now: now / 1000 });
  const { jobs, incidents } = overview as {
    readonly jobs: readonly { readonly targets: readonly unknown[] }[];
    readonly incidents: readonly unknown[];
  };
  expect(jobs.flatMap(({ targets }) => targets)).toEqual(
    expect.arrayContaining(demo.targets.map(({ labels }) => labels)),
  );
  expect(incidents).toEqual(
    demo.incidents.map(({ since, until, every, ...incident }) => ({
      ...{ ...incident, since: since / 1000 },
      ...(until !== undefined && { until: until / 1000 }),
      ...(every !== undefined && { every: every / 1000 }),
    })),
  );
});

test("a seed never controls the terminal", async () => {
  const { stdout } = await promqlLint(["demo", ...at, "--seed", "\x1b[31mred\n", "--no-color"]);
  expect(stdout).toContain("seed `\\u{1b}[31mred\\n`:");
});

test.each([
  [["--port", "9"], 2, "--port is for a demo that is served"],
  [["--host", "::1"], 2, "--host is for a demo that is served"],
  [["--write-config", "x"], 2, "--write-config is for a demo that is served"],
  [["--last", "1h"], 2, "--last is for series that are written"],
  [["--serve", "--port", "65536"], 2, "from 0 to 65535"],
  [["--serve", "--now", "9000-01-01T00:00:00Z"], 2, "--now is still to come"],
  [["--serve", "-f", "json"], 2, "cannot be used with"],
  [["--openmetrics", "-", "-f", "json"], 2, "cannot be used with"],
  [["--openmetrics", ""], 2, "a file has a name"],
  [["--now", "yesterday"], 2, "It takes a time"],
  [["--last", "soon", "--openmetrics", "-"], 2, "It takes a duration"],
  [["--openmetrics", "/none/x"], 3, "/none/x: cannot be written: there is no folder /none"],
  [["--serve", "--host", "nowhere.invalid"], 3, "this machine has no address `nowhere.invalid`"],
])("%j exits with %i: %s", async (args, expected, message) => {
  const { status, text } = await refusalOf(["demo", ...args]);
  expect(status).toBe(expected);
  expect(text).toContain(message);
});

test("--openmetrics writes what the library gives, to a file and to standard output", async () => {
  const cwd = folderWith({ "demo.txt": "before" });
  const args = ["demo", ...at, "--last", "1m", "--openmetrics"];
  const { stdout } = await promqlLint([...args, "-"], { cwd });
  const { status, stderr } = await promqlLint([...args, "demo.txt"], { cwd });
  expect(status).toBe(0);
  expect(stderr).toMatch(/^promql-lint: demo\.txt: \d+ series with \d+ samples written\nhelp: /);
  expect(readFileSync(path.join(cwd, "demo.txt"), "utf8")).toBe(stdout);
  expect(readdirSync(cwd)).toEqual(["demo.txt"]);
  expect(stdout).toBe([...openMetricsText(demoSeries(createDemo({ now }), now - 60_000))].join(""));
  expect(stdout.endsWith("\n# EOF\n")).toBe(true);
});

test("an interruption leaves the file as it was, and nothing beside it", async () => {
  const cwd = folderWith({ "demo.txt": "before" });
  const child = spawn(process.execPath, [command, "demo", "--openmetrics", "demo.txt"], { cwd, stdio: "ignore" });
  const exited = once(child, "exit");
  await until(() => readdirSync(cwd).length > 1);
  child.kill("SIGINT");
  expect(await exited).toEqual([130, null]);
  expect(readdirSync(cwd)).toEqual(["demo.txt"]);
  expect(readFileSync(path.join(cwd, "demo.txt"), "utf8")).toBe("before");
});

test.each(["SIGINT", "SIGTERM"] as const)("--serve serves until %s, and exits with 0", async (signal) => {
  const cwd = folderWith({});
  const args = ["demo", "--serve", "--port", "0", "--write-config", "p.yml", "--openmetrics", "h.txt", "--last", "30s"];
  const { url, end } = await startServed(args, cwd);
  const connections = Array.from({ length: 200 }, () =>
    fetch(`${url}/sd`).then((response): Promise<unknown> => response.json()),
  );
  const [first, ...others] = await Promise.all(connections);
  expect(others.filter((other) => JSON.stringify(other) !== JSON.stringify(first))).toEqual([]);
  expect(readFileSync(path.join(cwd, "p.yml"), "utf8")).toContain(`url: ${url}/sd/kubelet`);
  expect(readFileSync(path.join(cwd, "h.txt"), "utf8")).toMatch(/\n# EOF\n$/);
  expect(await end(signal)).toBe(0);
});

test("a port in use is named, and nothing is written", async () => {
  const cwd = folderWith({});
  const files = ["--openmetrics", "h.txt", "--write-config", "p.yml"];
  await whileInUse(async (port) => {
    const { status, stderr } = await promqlLint(["demo", "--serve", "--port", port, ...files], { cwd });
    expect(status).toBe(3);
    expect(stderr).toBe(
      `promql-lint: the demo cannot be served: port ${port} is in use\n` +
        "help: choose another with `--port`, or `--port 0` for one that is free\n",
    );
  });
  expect(readdirSync(cwd)).toEqual([]);
});

test.runIf(existsSync("/dev/full"))("a full disk is named", async () => {
  const { status, stderr } = await promqlLint(["demo", "--openmetrics", "/dev/full", "--last", "30s"]);
  expect([status, stderr]).toEqual([3, "promql-lint: /dev/full: cannot be written: the disk is full\n"]);
});

test("a reader that has seen enough is no failure", async () => {
  const { status, stderr } = await promqlLint(["demo", "--openmetrics", "-", "--last", "5m"], { hangsUp: true });
  expect([status, stderr]).toEqual([0, ""]);
});

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
