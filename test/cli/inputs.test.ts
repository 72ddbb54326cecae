import { chmodSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

/** As many rules as make a file of that many bytes, without a mistake but for the last one. */
function rulesOf(bytes: number): string {
  const rule = (k: number): string =>
    `  - record: r${k}\n    expr: sum by (job) (rate(http_requests_total{code="500"}[5m]))\n`;
  const rules = Array.from({ length: Math.ceil(bytes / rule(0).length) }, (_, k) => rule(k)).join("");
  return `groups:\n- name: g\n  rules:\n${rules}  - record: last\n    expr: node_load1[5m]\n`;
}

const anchorBomb = `groups:
- name: &a0 [x, x, x, x, x, x, x, x, x]
${Array.from({ length: 12 }, (_, k) => `- name: &a${k + 1} [${Array(9).fill(`*a${k}`).join(", ")}]`).join("\n")}
  rules: []
`;

describe("what cannot be linted is one clear message", () => {
  test.each([
    ["a broken query", recording('"sum(up"'), 1, "`(` is never closed"],
    ["broken YAML", "groups: [\n  expr: }\n", 1, "it is no valid YAML"],
    [
      "groups that are no list",
      "groups: {name: g, rules: [{alert: A, expr: a}]}\n",
      1,
      "`groups` is a mapping instead of a list",
    ],
    ["a list of nothing", "groups:\n  -\n  - 1\n  - rules: [{alert: A, expr: a}]\n", 1, "The file is rejected"],
    ["binary garbage", Uint8Array.from({ length: 5000 }, (_, k) => (k * 7919) % 256), 1, "it is no text"],
    ["NUL bytes", "groups:\0", 1, "it is no text"],
    ["a YAML anchor bomb", anchorBomb, 1, "its aliases stand for more than 1000000 values"],
    ["10,000 nested lists", `groups: ${"[".repeat(10_000)}`, 1, "more than 500 lists and mappings"],
    ["10,000 nested parentheses", recording(`${"(".repeat(10_000)}up${")".repeat(10_000)}`), 1, "[too-deep]"],
    ["10,000 open parentheses", recording("(".repeat(10_000)), 1, "error: "],
    [
      "a chain of 10,000 operators",
      recording(`(${Array(10_000).fill("up").join(" + ")})[5m:]`),
      1,
      "[bare-range-vector]",
    ],
    ["a name of a megabyte", recording(`${"x".repeat(1_000_000)}(up)`), 1, "[unknown-function]"],
    ["a line of a megabyte", recording(`up{a="${"x".repeat(1_000_000)}"}[5m]`), 1, "[bare-range-vector]"],
  ])("%s", async (_, content, expected, message) => {
    const cwd = folderWith({ "rules.yaml": content });
    const { status, stdout, stderr } = await promqlLint(["rules.yaml"], { cwd });
    expect(status, stdout.slice(0, 2000)).toBe(expected);
    expect(stderr).toBe("");
    expect(stdout).toContain(message);
    expect(stdout.split("\n").filter((line) => line.length > 400)).toEqual([]);
  });

  test("too deep, too long and broken queries on the command line", async () => {
    const deep = await promqlLint(["-"], { input: "" });
    expect(deep.status).toBe(0);
    const query = `${"(".repeat(10_000)}up${")".repeat(10_000)}`;
    const { status, stdout } = await promqlLint(["-e", query]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error: .*\[too-deep\]\n/);
    expect(stdout).toMatch(/\n1 error\n$/);
    const parsed = await promqlLint(["parse", query]);
    expect(parsed.status).toBe(1);
    expect(parsed.stderr).toContain("[too-deep]");
  });
});

describe("what holds nothing to lint is one line on standard error, exit 0", () => {
  test.each([
    ["an empty file", ""],
    ["blanks", " \n\n"],
    ["YAML of something else", "a: b\n"],
    ["a rule file without rules", "groups: []\n"],
  ])("%s", async (_, content) => {
    const cwd = folderWith({ "rules.yaml": content });
    const said = (what: string, help = "") => ({
      status: 0,
      stdout: "",
      stderr: `promql-lint: ${what}: no rules and no queries\n${help}`,
    });
    expect(await promqlLint(["rules.yaml"], { cwd })).toEqual(said("rules.yaml"));
    expect(await promqlLint(["-"], { input: content })).toEqual(
      said("stdin", "help: give a single query with `-e`, or with the name `--stdin-filename query.promql`\n"),
    );
    expect(await promqlLint(["-", "--stdin-filename", "a.yaml"], { input: content })).toEqual(said("a.yaml"));
  });

  test("and nothing at all where pre-commit chose the files", async () => {
    const cwd = folderWith({ "a.yaml": "a: b\n" });
    const outcome = await promqlLint(["a.yaml"], { cwd, env: { PRE_COMMIT: "1" } });
    expect(outcome).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("a misspelt command is a file that is missing, with a guess", async () => {
    const said = (name: string, command: string) => ({
      status: 3,
      stdout: "",
      stderr: `promql-lint: ${name}: no such file or folder\nhelp: did you mean the command \`${command}\`?\n`,
    });
    expect(await promqlLint(["catalog"])).toEqual(said("catalog", "catalogue"));
    expect(await promqlLint(["explian"])).toEqual(said("explian", "explain"));
  });

  test("several files", async () => {
    const cwd = folderWith({ "a.yaml": "", "b.yaml": "" });
    const { stderr } = await promqlLint(["."], { cwd });
    expect(stderr).toBe("promql-lint: 2 files: no rules and no queries\n");
    const none = await promqlLint(["."], { cwd: folderWith({}) });
    expect([none.status, none.stderr]).toEqual([0, "promql-lint: no file that could be linted is there\n"]);
    const allowed = await promqlLint(["*.yaml", "--no-error-on-unmatched-pattern"], { cwd: folderWith({}) });
    expect([allowed.status, allowed.stderr]).toEqual([0, ""]);
  });
});

describe("size", () => {
  test("a rule file of 5 MB is linted", async () => {
    const cwd = folderWith({ "rules.yaml": rulesOf(5_000_000) });
    const { status, stdout } = await promqlLint(["rules.yaml"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain("in `last`");
    expect(stdout).toMatch(/\n1 error \(1 fixable with --fix-review\)\n$/);
  });

  test("a file of more than 16 MiB is not read, and the others are", async () => {
    const cwd = folderWith({ "big.yaml": rulesOf(16 * 1024 * 1024), "small.yaml": recording("node_load1[5m]") });
    const { status, stdout, stderr } = await promqlLint(["big.yaml", "small.yaml"], { cwd });
    expect(status).toBe(3);
    expect(stderr).toBe("promql-lint: big.yaml: is longer than 16 MiB: split it\n");
    expect(stdout).toContain("--> small.yaml:5:11");
  });

  test("more than 16 MiB on standard input are not read either", async () => {
    const outcome = await promqlLint(["-"], { input: rulesOf(16 * 1024 * 1024) });
    expect(outcome).toEqual({ status: 3, stdout: "", stderr: "promql-lint: stdin: is longer than 16 MiB: split it\n" });
  });
});

describe("what cannot be read is one line on standard error, exit 3", () => {
  const read = (cwd: string, name: string) => promqlLint([name], { cwd });
  // Root may read and write everything.
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const said = (reason: string) => ({ status: 3, stdout: "", stderr: `promql-lint: ${reason}\n` });

  test("a missing file", async () => {
    expect(await read(folderWith({}), "rules.yaml")).toEqual(said("rules.yaml: no such file or folder"));
  });

  test("a file below a file", async () => {
    expect(await read(folderWith({ a: "" }), "a/b.yaml")).toEqual(said("a/b.yaml: no such file or folder"));
  });

  test("a pattern that matches nothing", async () => {
    expect(await read(folderWith({}), "*.yaml")).toEqual(said("*.yaml: no file matches this pattern"));
  });

  test("a symbolic link that leads in a circle", async () => {
    const cwd = folderWith({});
    symlinkSync("b.yaml", path.join(cwd, "a.yaml"));
    symlinkSync("a.yaml", path.join(cwd, "b.yaml"));
    expect(await read(cwd, "a.yaml")).toEqual(said("a.yaml: is a symbolic link that leads in a circle"));
  });

  test("a folder that holds itself is read once, and its files have their own names", async () => {
    const cwd = folderWith({ "a/rules.yaml": recording("node_load1[5m]") });
    symlinkSync(".", path.join(cwd, "a/again"));
    const { status, stdout } = await read(cwd, "a");
    expect(status).toBe(1);
    expect(stdout.match(/--> [^:]+/g)).toEqual(["--> a/rules.yaml"]);
  });

  test("a device", async () => {
    expect(await read("/", "/dev/zero")).toEqual(said("/dev/zero: is a device, not a file"));
  });

  test("a name that is too long", async () => {
    const name = "x".repeat(5000);
    expect((await read("/", name)).stderr).toContain("is a name that is too long");
  });

  test("a file that the user may not read", async () => {
    const cwd = folderWith({ "rules.yaml": "" });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, "rules.yaml"), 0o000);
    expect(await promqlLint(["rules.yaml"], { cwd, ...asNobody })).toEqual(
      said("rules.yaml: permission denied: make it readable for this user"),
    );
  });

  test("a file that the user may not write", async () => {
    const cwd = folderWith({ "folder/rules.yaml": recording('up{job=~"a"}') });
    for (const folder of [cwd, path.join(cwd, "folder")]) chmodSync(folder, 0o555);
    const { status, stderr } = await promqlLint(["--fix", "folder/rules.yaml"], { cwd, ...asNobody });
    for (const folder of [cwd, path.join(cwd, "folder")]) chmodSync(folder, 0o755);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^promql-lint: folder\/rules\.yaml: cannot be written: .*permission denied/m);
  });
});
