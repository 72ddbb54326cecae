import { describe, expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const escape = "\x1b[";
const bad = ["-e", "node_load1[5m]"];

describe("colours", () => {
  test.each([
    ["are off where the output is no terminal", [], {}, false],
    ["are on with --color", ["--color"], { NO_COLOR: "1" }, true],
    ["are on with FORCE_COLOR", [], { FORCE_COLOR: "1" }, true],
    ["are off with FORCE_COLOR=0", [], { FORCE_COLOR: "0" }, false],
    ["are off in CI, where the output is no terminal either", [], { CI: "true" }, false],
    ["are off with NO_COLOR", [], { NO_COLOR: "1" }, false],
    ["are off with --no-color", ["--no-color"], { FORCE_COLOR: "1" }, false],
  ])("%s", async (_, flags, env, expected) => {
    const { stdout } = await promqlLint([...bad, ...flags], { env });
    expect(stdout.includes(escape)).toBe(expected);
    expect(stdout.replaceAll(/\x1b\[[\d;]*m/g, "")).toBe((await promqlLint([...bad, "--no-color"])).stdout);
  });

  test("are not in JSON", async () => {
    const { stdout } = await promqlLint([...bad, "-f", "json", "--color"]);
    expect(stdout).not.toContain(escape);
  });
});

describe("what a file holds", () => {
  const hostile = "\x1b[31mred\x07\x9b2J\u202e\u200b";

  test.each([
    ["in a query", recording(`'up{a=~"${hostile}x"}[5m]'`)],
    ["in a name", recording("node_load1[5m]").replace("record: r", `record: "${hostile}"`)],
    ["in broken YAML", `groups: [\n${hostile}: }\nexpr`],
    ["in an unknown function", recording(`'${hostile}(up)'`)],
    ["in a string that is never closed", recording(`'up{a="${hostile}'`)],
  ])("%s never controls the terminal", async (_, text) => {
    const cwd = folderWith({ "rules.yaml": text });
    for (const format of ["terminal", "json"]) {
      const { stdout, stderr } = await promqlLint(["rules.yaml", "-f", format], { cwd });
      expect(stdout).not.toBe("");
      expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b]/);
    }
  });

  test.each([
    ["a path", ["\x1b[31m.yaml"]],
    ["a pattern", ["\x1b[31m*.yaml"]],
    ["a rule", ["explain", "\x1b[31m"]],
    ["a query", ["-e", "\x1b[31m"]],
    ["a tree", ["parse", 'up{a="\x1b[31m"}']],
    ["a server", ["catalogue", "run", "--server", "\x1b[31m"]],
    ["an exporter", ["catalogue", "list", "--exporter", "\x1b[31m"]],
    ["an option", ["--\x1b[31m"]],
    ["a command's option", ["parse", "--\x1b[31m", "up"]],
    ["a format", ["-f", "\x1b[31m"]],
  ])("nor does %s of the command line", async (_, args) => {
    const { stdout, stderr } = await promqlLint(args);
    expect(stdout + stderr).not.toBe("");
    expect(stdout + stderr).not.toContain("\x1b");
  });
});

describe("a reader that has seen enough", () => {
  test.each([
    ["lint", ["-", "--color"]],
    ["explain", ["explain", "bare-range-vector"]],
    ["catalogue list", ["catalogue", "list", "-f", "json"]],
  ])("ends %s in silence", async (_, args) => {
    const rules = Array.from({ length: 2000 }, (_, k) => `  - record: r${k}\n    expr: node_load1[5m]\n`).join("");
    const outcome = await promqlLint(args, { input: `groups:\n- name: g\n  rules:\n${rules}`, hangsUp: true });
    expect(outcome.stderr).toBe("");
  });
});
