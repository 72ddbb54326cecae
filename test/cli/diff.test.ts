import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { paintDiff, unifiedDiff } from "../../src/cli/diff.js";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const safe = recording(`'up{job=~"a"}'`);
const both = recording(`'up{job=~"a"}'\n  - record: s\n    expr: rate(node_load1[5m])`);

/** Files whose diffs are not plain. */
const files = {
  "rules.yaml": both,
  "with blanks in it.yaml": safe,
  "deep/er/größe 👍.yaml": safe,
  'quo"te.yaml': safe,
  "crlf.yaml": both.replaceAll("\n", "\r\n"),
  "no-newline.yaml": safe.trimEnd(),
  "mark.yaml": `\ufeff${safe}`,
  "one.promql": 'up{job=~"a"}',
  "clean.yaml": recording("up"),
};

describe("promql-lint --diff", () => {
  test("prints what --fix would change, writes nothing, and exits with 1", async () => {
    const cwd = folderWith({ "rules.yaml": both });
    const { status, stdout, stderr } = await promqlLint(["rules.yaml", "--diff"], { cwd });
    expect([status, stderr]).toEqual([1, "promql-lint: rules.yaml: 1 fix would be applied\n"]);
    expect(stdout).toBe(`\
--- a/rules.yaml
+++ b/rules.yaml
@@ -2,6 +2,6 @@
 - name: g
   rules:
   - record: r
-    expr: 'up{job=~"a"}'
+    expr: 'up{job="a"}'
   - record: s
     expr: rate(node_load1[5m])
`);
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toBe(both);
  });

  test("prints nothing and exits with 0 where nothing would change, whatever is wrong", async () => {
    const cwd = folderWith({ "rules.yaml": recording("rate(node_load1[5m])") });
    expect(await promqlLint(["rules.yaml", "--diff"], { cwd })).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test.each([
    ["git", ["apply", "-"]],
    ["patch", ["-p1", "--binary"]],
  ])("%s makes of the files what --fix-review makes of them", async (tool, args) => {
    const [fixed, patched] = [folderWith(files), folderWith(files)];
    const { status, stdout } = await promqlLint([".", "--diff", "--fix-review"], { cwd: patched });
    expect(status).toBe(1);
    const applied = spawnSync(tool, args, { cwd: patched, input: stdout, encoding: "utf8" });
    expect(applied.status, applied.stderr + applied.stdout).toBe(0);
    await promqlLint([".", "--fix-review"], { cwd: fixed });
    for (const [name, before] of Object.entries(files)) {
      const text = readFileSync(path.join(patched, name), "utf8");
      expect(text, name).toBe(readFileSync(path.join(fixed, name), "utf8"));
      expect(text === before, name).toBe(name === "clean.yaml");
    }
  });

  test("names files below the folder by their way from it", async () => {
    const cwd = folderWith({ "sub/rules.yaml": safe });
    const file = path.join(cwd, "sub/rules.yaml");
    expect((await promqlLint([file, "--diff"], { cwd })).stdout).toMatch(/^--- a\/sub\/rules\.yaml\n/);
    expect((await promqlLint(["./sub/../sub/rules.yaml", "--diff"], { cwd })).stdout).toMatch(/^--- a\/sub\/rules/);
    const elsewhere = await promqlLint([file, "--diff"], { cwd: path.dirname(cwd) === "/" ? "/usr" : folderWith({}) });
    expect(elsewhere.stdout).toMatch(new RegExp(`^--- a${file}\n`));
  });

  test("takes standard input", async () => {
    const { status, stdout } = await promqlLint(["-", "--diff"], { input: safe });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^--- a\/stdin\n\+\+\+ b\/stdin\n/);
  });

  test.each([["-f", "json"], ["-e", "up"], ["-o", "x"], ["--statistics"], ["--fix-dry-run"]])(
    "does not go with %s",
    async (...args) => {
      const { status, stderr } = await promqlLint(["--diff", ...args]);
      expect([status, stderr]).toEqual([2, expect.stringContaining("option '--diff' cannot be used with option")]);
    },
  );

  test("exits with 3 where something cannot be read", async () => {
    const cwd = folderWith({ "rules.yaml": safe });
    const { status, stdout } = await promqlLint(["rules.yaml", "nowhere.yaml", "--diff"], { cwd });
    expect([status, stdout.split("\n", 1)]).toEqual([3, ["--- a/rules.yaml"]]);
  });

  test("of a file with thousands of changes is made in time, and applies", () => {
    const before = Array.from({ length: 12_000 }, (_, k) => `up{a=~"${k}"}\nup\n`).join("");
    const after = before.replaceAll("=~", "=");
    const cwd = folderWith({ "a.promql": before });
    const diff = unifiedDiff({ path: "a.promql", before, after }, cwd);
    expect(spawnSync("git", ["apply", "-"], { cwd, input: diff }).status).toBe(0);
    expect(readFileSync(path.join(cwd, "a.promql"), "utf8")).toBe(after);
  });

  test.each([
    ["at the start", "a\nb\n", 0],
    ["at the end, without a line break", "b\na", 1],
    ["alone", "a", 2],
  ])("of too many changes %s is one hunk that applies", (_, around, position) => {
    const lines = (letter: string): string => Array.from({ length: 6_000 }, (_, k) => `${letter}${k}\n`).join("");
    const [before, after] = [lines("x"), lines("y")].map((part) => {
      return position === 1 ? part + around : position === 0 ? around + part : `${part}${around}${part}`;
    });
    const cwd = folderWith({ a: before ?? "" });
    const diff = unifiedDiff({ path: "a", before: before ?? "", after: after ?? "" }, cwd);
    writeFileSync(path.join(cwd, "diff"), diff);
    expect(spawnSync("git", ["apply", "diff"], { cwd, encoding: "utf8" }).stderr).toBe("");
    expect(readFileSync(path.join(cwd, "a"), "utf8")).toBe(after);
  });

  test("in colours it does not control the terminal", async () => {
    const cwd = folderWith({ "rules.yaml": recording(`'up{job=~"a", b="\u009b2J\u202e"}'`).replaceAll("\n", "\r\n") });
    const { stdout } = await promqlLint(["rules.yaml", "--diff", "--color"], { cwd });
    expect(stdout).toContain("\x1b[31m-    expr: 'up{job=~");
    expect(stdout).toContain('\x1b[32m+    expr: \'up{job="a"');
    expect(stdout.replaceAll(/\x1b\[\d+m/g, "")).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    const plain = paintDiff("--- a/x y\t\n+++ b/x y\t\n@@ -1,1 +1,1 @@\n-a\r\n+b\r\n", picocolors.createColors(false));
    expect(plain).toBe("--- a/x y\n+++ b/x y\n@@ -1,1 +1,1 @@\n-a\n+b\n");
  });
});

describe("promql-lint --fix-dry-run", () => {
  test("reports as after the fixes, and writes nothing", async () => {
    const cwd = folderWith({ "rules.yaml": both });
    const { status, stdout, stderr } = await promqlLint(["rules.yaml", "--fix-dry-run"], { cwd });
    expect([status, stderr]).toEqual([1, "promql-lint: rules.yaml: 1 fix would be applied\n"]);
    expect(stdout).toContain("[rate-over-gauge]");
    expect(stdout).not.toContain("[regex-without-pattern]");
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toBe(both);
  });

  test("in JSON it has the text of files that the fixes change, with --fix-review after all of them", async () => {
    const cwd = folderWith({ "rules.yaml": both, "clean.yaml": recording("up") });
    const { status, stdout } = await promqlLint([".", "--fix-dry-run", "--fix-review", "-f", "json"], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { path: "clean.yaml", diagnostics: [] },
        { path: "rules.yaml", output: both.replace("=~", "=").replace("rate(", "deriv("), diagnostics: [] },
      ],
    });
    expect(stdout.match(/"output"/g)).toHaveLength(1);
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toBe(both);
  });

  test("takes queries and standard input, whose text stays out of the way", async () => {
    const query = await promqlLint(["-e", 'up{job=~"a"}', "--fix-dry-run", "-f", "json"]);
    expect(JSON.parse(query.stdout)).toMatchObject({ files: [{ path: "-e", output: 'up{job="a"}', diagnostics: [] }] });
    const input = await promqlLint(["-", "--fix-dry-run", "-f", "json"], { input: safe });
    expect(JSON.parse(input.stdout)).toMatchObject({ files: [{ path: "stdin", output: safe.replace("=~", "=") }] });
  });
});
