import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const bad = "node_load1[5m]";

describe("exit status", () => {
  test.each<[string, string[], number]>([
    ["clean", ["-e", "up"], 0],
    ["a query that cannot be read", ["-e", "sum(up"], 1],
    ["warnings only", ["-e", 'up{job=~"api"}'], 0],
    ["an error", ["-e", bad], 1],
    ["an error, but --exit-zero", ["-e", bad, "--exit-zero"], 0],
    ["too many warnings, but --exit-zero", ["-e", 'up{job=~"api"}', "--max-warnings", "0", "--exit-zero"], 0],
    ["wrong use, in spite of --exit-zero", ["-e", bad, "--exit-zero", "--rule", "x"], 2],
    ["a missing file, in spite of --exit-zero", ["none.yaml", "--exit-zero"], 3],
    ["no arguments", [], 2],
    ["an unknown command is a file that is missing", ["lnt"], 3],
    ["an unknown option", ["--quit"], 2],
    ["a configuration that is missing", ["-e", "up", "--config", "none.yaml"], 2],
    ["an unknown format", ["-e", "up", "--format", "xml"], 2],
    ["an unknown rule", ["-e", "up", "--rule", "nothing:off"], 2],
    ["a pattern that matches nothing", ["*.nothing"], 3],
    ["the same where that is allowed", ["*.nothing", "--no-error-on-unmatched-pattern"], 0],
    ["a file is no pattern", ["none.yaml", "--no-error-on-unmatched-pattern"], 3],
    ["a name for standard input that is not read", ["--stdin-filename", "a.yaml"], 2],
    ["a place for a cache that is not kept", ["-e", "up", "--cache-location", "c"], 2],
    ["a configuration to write, and fixes", ["--init", "--fix"], 2],
    ["a configuration to write, and a file", ["--init", "a.yaml"], 2],
    ["a configuration to print, and fixes", ["--print-config", "a.yaml", "--fix"], 2],
    ["a file without a name", [""], 2],
    ["standard input with an empty name", ["--stdin", "--stdin-filename", ""], 2],
    ["a configuration to print, of a file without a name", ["--print-config", ""], 2],
    ["a configuration to print, and another file", ["--print-config", "a.yaml", "b.yaml"], 2],
  ])("%s: %j exits with %i", async (_, args, expected) => {
    const { status, stdout, stderr } = await promqlLint(args, { cwd: folderWith({}) });
    expect(status, stdout + stderr).toBe(expected);
    if (expected > 1) expect(stdout).toBe("");
  });

  test("no arguments say how it is used", async () => {
    const { stderr } = await promqlLint([]);
    expect(stderr).toMatch(/^Usage: promql-lint /m);
    expect(stderr).toContain("promql-lint: nothing to lint\n");
  });

  test("Ctrl-C ends it while it waits for input", async () => {
    const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
    const child = spawn(process.execPath, [command, "-"], { stdio: ["pipe", "pipe", "pipe"] });
    const ended = once(child, "close");
    await once(child, "spawn");
    child.kill("SIGINT");
    // A shell says 130 for it.
    expect(await ended).toEqual([null, "SIGINT"]);
  });
});

describe("did you mean", () => {
  test.each([
    [["--fix-reviw", "-e", "up"], "(Did you mean --fix-review?)"],
    [["--no-confg", "-e", "up"], "(Did you mean --no-config?)"],
    [["-f", "jsno", "-e", "up"], "(Did you mean json?)"],
    [["-e", "up", "--use", "alrt"], "(Did you mean alert?)"],
    [["-e", "up", "--rule", "empty-bye:off"], "did you mean `empty-by`?"],
    [["explain", "empty-bye"], "did you mean `empty-by`?"],
  ])("%j", async (args, help) => {
    const { status, stderr } = await promqlLint(args);
    expect(status).toBe(2);
    expect(stderr).toContain(help);
  });
});

describe("--stdin", () => {
  test("is the same as -, once", async () => {
    const input = recording(bad);
    const dash = await promqlLint(["-"], { input });
    expect(await promqlLint(["--stdin"], { input })).toEqual(dash);
    expect(await promqlLint(["--stdin", "-"], { input })).toEqual(dash);
  });

  test("--stdin-filename gives it its kind, its name and its configuration", async () => {
    const cwd = folderWith({ "sub/.promql-lintrc.yaml": "rules: {bare-range-vector: info}" });
    const { status, stdout } = await promqlLint(["--stdin", "--stdin-filename", "sub/a.promql"], { cwd, input: bad });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^info: .*\n --> sub\/a\.promql:1:1\n/);
  });

  test("with --fix the text comes out, and the report on standard error", async () => {
    const args = ["--stdin", "--stdin-filename", "a.promql", "--fix"];
    const { status, stdout, stderr } = await promqlLint(args, { input: 'node_load1{job=~"a"}[5m]\n' });
    expect([status, stdout]).toEqual([1, 'node_load1{job="a"}[5m]\n']);
    expect(stderr).toContain(" --> a.promql:1:1\n");
  });
});

describe("streams", () => {
  test("machine formats alone stand on standard output", async () => {
    const cwd = folderWith({ "a.promql": bad, "b.yaml": "" });
    const { stdout, stderr } = await promqlLint(["a.promql", "b.yaml", "none.yaml", "-f", "json"], { cwd });
    expect(() => void JSON.parse(stdout)).not.toThrow();
    expect(stderr).toBe("promql-lint: none.yaml: no such file or folder\n");
  });

  test("explain lists the options of a rule", async () => {
    const { stdout } = await promqlLint(["explain", "rate-over-gauge"]);
    expect(stdout).toMatch(/exceptMetrics/);
  });
});
