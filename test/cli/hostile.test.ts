import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { command, promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

/** What `--fix` repairs and `fmt` lays out. */
const broken = recording('sum( up{job=~"a"} )');
const fixed = recording('sum( up{job="a"} )');
const fixedAndFormatted = recording('sum(up{job="a"})');
const hidden = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u200b]/;

/** The ways to run the command on a file. */
const commands: readonly (readonly string[])[] = [["lint", "-f", "json"], ["lint", "--fix-review"], ["fmt"]];

/** The ways to read a file as data. */
const readings: readonly (readonly string[])[] = [["test"], ["query", "up", "--data"]];

/** Each name stands for ten times the one before. */
const yamlBomb = `a0: &a0 [lol]
${Array.from({ length: 30 }, (_, k) => `a${k + 1}: &a${k + 1} [${Array(10).fill(`*a${k}`).join(", ")}]`).join("\n")}
groups: *a30
`;

describe("a file made to exhaust the command costs little, is left alone, and is told in a line", () => {
  test.each([
    ["a bomb of aliases", "rules.yaml", yamlBomb, "its aliases stand for more than"],
    ["an anchor within itself", "rules.yaml", "groups: &g\n- rules: *g\n  name: g\n", ""],
    ["anchors that lead in a circle", "rules.yaml", "a: &a {b: &b [*a, *b]}\ngroups: *a\n", ""],
    ["an alias of nothing", "rules.yaml", "groups: *nothing\n", "yaml"],
    ["a mapping that merges itself", "rules.yaml", "groups: &g\n  - &r\n    <<: *r\n    rules: []\n", ""],
    ["10,000 lists in YAML", "rules.yaml", `groups: ${"[".repeat(10_000)}${"]".repeat(10_000)}`, "500 lists"],
    ["10,000 blocks in YAML", "rules.yaml", `groups:\n${"- ".repeat(10_000)}up`, "500 lists"],
    ["10,000 lists in JSON", "rules.json", `{"groups": ${"[".repeat(10_000)}${"]".repeat(10_000)}}`, "500 lists"],
    ["10,000 objects in JSON", "rules.json", `${'{"groups":'.repeat(10_000)}1${"}".repeat(10_000)}`, "500 lists"],
    ["a dashboard of 10,000 rows", "d.json", '{"title": "d", "panels": [{"type": "row", '.repeat(10_000), ""],
    [
      "10,000 panels within each other",
      "d.json",
      `{"schemaVersion": 39, "title": "d", ${'"panels": [{"type": "row", '.repeat(10_000)}"targets": [{"expr": "up[5m]"}]${"}]".repeat(10_000)}}`,
      "500 lists",
    ],
    ["quotes of 10,000 levels", "a.md", `${"> ".repeat(10_000)}\`\`\`promql\n`, ""],
  ])("%s", async (_, name, content, message) => {
    const cwd = folderWith({ [name]: content });
    for (const args of commands) {
      const { status, stdout, stderr } = await promqlLint([...args, name], { cwd });
      expect([0, 1]).toContain(status);
      expect(stdout + stderr).toContain(message);
      expect(stderr).not.toContain("internal failure");
      expect(readFileSync(path.join(cwd, name), "utf8")).toBe(content);
    }
  });

  test.each([
    ["lines without text before a script", "a.test", `${" \r\n".repeat(30_000)}load 1m\n  a 1\n`, [0, 0]],
    ["lines without text before rules", "a.yaml", `${"\n# \n".repeat(30_000)}groups: []\n`, [1, 3]],
    ["braces that are never closed", "a.test", `load 1m\n  a ${"{{".repeat(50_000)}\n`, [1, 3]],
    ["blanks before a value", "a.test", `load 1m\n  a${" ".repeat(100_000)}x\n`, [1, 3]],
    ["quotes that are never closed", "a.txt", `a{b="${'\\"'.repeat(50_000)}\n`, [1, 3]],
    ["a bomb of aliases in tests", "a.yaml", yamlBomb.replace("groups:", "tests:"), [1, 3]],
    ["10,000 lists in tests", "a.yaml", `tests: ${"[".repeat(10_000)}${"]".repeat(10_000)}`, [1, 3]],
  ])("%s", async (_, name, content, statuses) => {
    const cwd = folderWith({ [name]: content });
    for (const [k, args] of readings.entries()) {
      const { status, stdout, stderr } = await promqlLint([...args, name], { cwd });
      expect(status).toBe(statuses[k]);
      expect(stdout + stderr).toMatch(statuses[k] === 0 ? /^0 (?:passed|series)/ : name);
      expect(stderr).not.toContain("internal failure");
    }
  });

  test("a file of 100 MB that takes no room", async () => {
    const cwd = folderWith({ "big.yaml": "groups:\n" });
    truncateSync(path.join(cwd, "big.yaml"), 100_000_000);
    for (const args of commands) {
      const { status, stderr } = await promqlLint([...args, "big.yaml"], { cwd });
      expect({ status, stderr }).toEqual({
        status: 3,
        stderr: "promql-lint: big.yaml: is longer than 16 MiB: split it\n",
      });
    }
    expect(statSync(path.join(cwd, "big.yaml")).size).toBe(100_000_000);
  });
});

describe("names cannot write to the terminal, nor forge lines", () => {
  const evil = "\x1b[2J\x1b]0;owned\x07\nerror: forged\r\u202e\u200b";

  test.each([
    ["a group's", `groups:\n- name: ${JSON.stringify(evil)}\n  rules: [{record: r, expr: "up[5m]"}]\n`],
    ["a rule's", `groups:\n- name: g\n  rules: [{alert: ${JSON.stringify(evil)}, expr: "up[5m]"}]\n`],
    ["a field's", `groups:\n- name: g\n  rules: [{record: r, expr: "up[5m]", ${JSON.stringify(evil)}: 1}]\n`],
    [
      "a metric's",
      `groups:\n- name: g\n  rules: [{record: r, expr: ${JSON.stringify(`{${JSON.stringify(evil)}}[5m]`)}}]\n`,
    ],
  ])("%s", async (_, content) => {
    const cwd = folderWith({ "rules.yaml": content });
    for (const args of [...commands, ...readings]) {
      const { stdout, stderr } = await promqlLint([...args, "rules.yaml"], { cwd });
      expect(stdout + stderr).not.toMatch(hidden);
      expect(stdout + stderr).not.toMatch(/^error: forged/m);
    }
  });

  test.each([
    ["escape codes", "\x1b[31mrules.yaml"],
    ["a line break", "rules\nerror: forged.yaml"],
    ["a carriage return", "rules\rerror.yaml"],
    ["a bidirectional override", "rules\u202elmay.yaml"],
  ])("a file's with %s", async (_, name) => {
    const cwd = folderWith({ [name]: broken });
    for (const args of [["lint"], ["fmt", "--check"], ...commands, ...readings]) {
      const { stdout, stderr } = await promqlLint([...args, "."], { cwd });
      expect(stdout + stderr).not.toMatch(hidden);
      expect(stdout + stderr).not.toMatch(/^error: forged/m);
      expect((await promqlLint([...args, name], { cwd })).stderr).not.toMatch(hidden);
    }
    expect(readFileSync(path.join(cwd, name), "utf8")).toBe(fixedAndFormatted);
  });
});

describe("a file that cannot be written is left alone and named, and its findings are reported as they are", () => {
  // Root may write everything.
  const nobody = 65_534;
  const asRoot = process.getuid?.() === 0;
  const denied = "permission denied: make it and its folder writable for this user";
  const said = (reason: string) => `promql-lint: rules.yaml: cannot be written: ${reason}\n`;

  /** Runs the command as the user who owns the folder and its files, whose permissions are given. */
  async function run(args: readonly string[], folderMode: number, modes: Readonly<Record<string, number>>) {
    const cwd = folderWith(Object.fromEntries(Object.keys(modes).map((name) => [name, broken])));
    const paths = [cwd, ...Object.keys(modes).map((name) => path.join(cwd, name))];
    if (asRoot) for (const name of paths) chownSync(name, nobody, nobody);
    for (const [name, mode] of Object.entries(modes)) chmodSync(path.join(cwd, name), mode);
    chmodSync(cwd, folderMode);
    const outcome = await promqlLint([...args, ...Object.keys(modes)], { cwd, ...(asRoot && { uid: nobody }) });
    chmodSync(cwd, 0o755);
    const names = readdirSync(cwd);
    return { ...outcome, files: names.map((name) => [name, readFileSync(path.join(cwd, name), "utf8")]) };
  }

  test("a read-only file", async () => {
    const { status, stdout, stderr, files } = await run(["--fix"], 0o755, { "rules.yaml": 0o444 });
    expect({ status, stderr, files }).toEqual({ status: 3, stderr: said(denied), files: [["rules.yaml", broken]] });
    expect(stdout).toContain("[regex-without-pattern]");
    expect(stdout).toMatch(/\n1 warning \(1 fixable with --fix\)\n$/);
  });

  test("a file in a read-only folder", async () => {
    const { status, stderr, files } = await run(["--fix"], 0o555, { "rules.yaml": 0o644 });
    expect({ status, stderr, files }).toEqual({ status: 3, stderr: said(denied), files: [["rules.yaml", broken]] });
  });

  test("a read-only file that is to be formatted", async () => {
    const { status, stderr, files } = await run(["fmt"], 0o755, { "rules.yaml": 0o444 });
    expect({ status, stderr, files }).toEqual({ status: 3, stderr: said(denied), files: [["rules.yaml", broken]] });
  });

  test("one of several, of which the others are fixed", async () => {
    const { status, stderr, files } = await run(["--fix"], 0o755, { "rules.yaml": 0o444, "z.yaml": 0o644 });
    expect(status).toBe(3);
    expect(stderr).toBe(`${said(denied)}promql-lint: z.yaml: 1 fix applied\n`);
    expect(Object.fromEntries(files)).toEqual({ "rules.yaml": broken, "z.yaml": fixed });
  });

  test.each([
    ["on a read-only file system", "fail('EROFS');", "it stands on a read-only file system", broken],
    ["on a full disk", "fs.writeSync(file, 'groups:'); fail('ENOSPC');", "the disk is full", broken],
    ["over the quota", "fail('EDQUOT');", "the quota of the disk is used up", broken],
    [
      "that somebody else writes meanwhile",
      "fs.writeFileSync('rules.yaml', '# mine');",
      "it has changed meanwhile: run this again",
      "# mine",
    ],
    ["that is removed meanwhile", "fs.rmSync('rules.yaml');", "it was removed meanwhile", undefined],
  ])("a file %s", async (_, happens, reason, left) => {
    for (const args of [["--fix"], ["fmt"]]) {
      const cwd = folderWith({ "rules.yaml": broken });
      const { status, stderr } = await promqlLint([...args, "rules.yaml"], { cwd, preload: preloadThat(happens) });
      expect({ status, stderr }).toEqual({ status: 3, stderr: said(reason) });
      expect(readdirSync(cwd)).toEqual(left === undefined ? [] : ["rules.yaml"]);
      if (left !== undefined) expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toBe(left);
    }
  });
});

/**
 * A module that makes something happen to the command when it opens a file to write its new text into: `file` is the
 * descriptor, `fail` throws an error of the file system.
 */
function preloadThat(happens: string): string {
  const module = `import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const { openSync } = fs;
const fail = (code) => { throw Object.assign(new Error(code), { code }); };
fs.openSync = (...args) => {
  const file = openSync(...args);
  if (args[1] === "wx") { ${happens} }
  return file;
};
syncBuiltinESMExports();
`;
  return path.join(folderWith({ "preload.mjs": module }), "preload.mjs");
}

describe("--fix", () => {
  test("keeps the mode, the owner and the group, through a symbolic link, which stays", async () => {
    const cwd = folderWith({ "real.yaml": broken });
    const real = path.join(cwd, "real.yaml");
    symlinkSync("real.yaml", path.join(cwd, "link.yaml"));
    if (process.getuid?.() === 0) chownSync(real, 12_345, 54_321);
    chmodSync(real, 0o4666);
    const before = statSync(real);
    expect((await promqlLint(["--fix", "link.yaml"], { cwd })).status).toBe(0);
    const { mode, uid, gid } = statSync(real);
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
    expect(lstatSync(path.join(cwd, "link.yaml")).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, "utf8")).toBe(fixed);
  });

  test("writes into no link that somebody laid beside the file", async () => {
    const cwd = folderWith({ "rules.yaml": broken, victim: "precious" });
    const lays = "fs.closeSync(file); fs.rmSync(args[0]); fs.symlinkSync('victim', args[0]); return openSync(...args);";
    const { status } = await promqlLint(["--fix", "rules.yaml"], { cwd, preload: preloadThat(lays) });
    expect(status).toBe(3);
    expect(readFileSync(path.join(cwd, "victim"), "utf8")).toBe("precious");
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toBe(broken);
  });

  test("does not write into a pipe", () => {
    const cwd = folderWith({ "rules.yaml": broken });
    const shell = `${process.execPath} ${command} --fix <(cat rules.yaml)`;
    const { status, stderr } = spawnSync("bash", ["-c", shell], { cwd, encoding: "utf8" });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^promql-lint: \/dev\/fd\/\d+: cannot be written: it is no regular file\n$/);
  });
});

describe("an interruption leaves every file whole, old or new", () => {
  const count = 150;
  const names = Array.from({ length: count }, (_, k) => `${k}.yaml`);
  const text = (expr: string) => recording(expr) + "# to the end\n".repeat(500);
  const [old, mended] = [text('sum( up{job=~"a"} )'), text('sum( up{job="a"} )')];

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGKILL", 137],
  ] as const)("by %s", async (signal, expected) => {
    for (const afterLines of [1, 20, 70]) {
      const cwd = folderWith(Object.fromEntries(names.map((name) => [name, old])));
      const { status } = await promqlLint(["--fix", "."], { cwd, interruption: { signal, afterLines } });
      const texts = names.map((name) => readFileSync(path.join(cwd, name), "utf8"));
      expect(new Set([...texts, old, mended])).toEqual(new Set([old, mended]));
      const repaired = texts.filter((text) => text === mended).length;
      expect(repaired).toBeGreaterThanOrEqual(afterLines);
      // A slow sender may come after the last file.
      expect(repaired === count ? [0, expected] : [expected]).toContain(status);
      const left = readdirSync(cwd).filter((name) => !names.includes(name));
      expect(signal === "SIGKILL" ? left.filter((name) => !name.startsWith(".promql-lint-")) : left).toEqual([]);
    }
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s at once, also where it computes without end", async (signal, expected) => {
    const program = 'process.stderr.write("begun\\n");\nfor (;;);\n';
    const cwd = folderWith({ "promql-lint.config.mjs": program, "rules.yaml": broken });
    for (const args of [["lint"], ["lint", "--fix"], ["fmt"]]) {
      const outcome = await promqlLint([...args, "."], { cwd, interruption: { signal, afterLines: 1 } });
      expect(outcome).toEqual({ status: expected, stdout: "", stderr: "begun\n" });
    }
    expect(readdirSync(cwd).sort()).toEqual(["promql-lint.config.mjs", "rules.yaml"]);
  });

  test("and the next run ignores what a killed one left", async () => {
    const cwd = folderWith({ ".promql-lint-0": "groups: [", "rules.yaml": fixed });
    expect(await promqlLint(["."], { cwd })).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("standard output", () => {
  const bad = { "rules.yaml": `${broken}  - record: last\n    expr: node_load1[5m]\n` };

  test("on a full disk is told in a line, and the fixes are there", () => {
    const cwd = folderWith(bad);
    const shell = `${process.execPath} ${command} --fix rules.yaml >/dev/full`;
    const { status, stderr } = spawnSync("bash", ["-c", shell], { cwd, encoding: "utf8" });
    expect(stderr).toBe(
      "promql-lint: rules.yaml: 1 fix applied\n" +
        "promql-lint: the report cannot be written to standard output: the disk is full\n",
    );
    expect(status).toBe(3);
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toContain(fixed);
  });

  test.each([["2>/dev/full"], ["2>&-"]])("is whole where standard error is %s, and so are the fixes", (redirection) => {
    const cwd = folderWith(bad);
    const shell = `${process.execPath} ${command} --fix rules.yaml ${redirection}`;
    const { status, stdout } = spawnSync("bash", ["-c", shell], { cwd, encoding: "utf8" });
    expect(stdout).toContain("[bare-range-vector]");
    expect(status).toBe(1);
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toContain(fixed);
  });

  test("closed early ends the command in silence, after the fixes", async () => {
    const many = Array.from({ length: 500 }, (_, k) => `  - record: r${k}\n    expr: node_load1[5m]\n`).join("");
    const cwd = folderWith({ "rules.yaml": broken + many });
    const { stderr } = await promqlLint(["--fix", "rules.yaml"], { cwd, hangsUp: true });
    expect(stderr).toBe("promql-lint: rules.yaml: 1 fix applied\n");
    expect(readFileSync(path.join(cwd, "rules.yaml"), "utf8")).toBe(fixed + many);
  });
});
