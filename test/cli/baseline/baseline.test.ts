import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { baselineSchema } from "../../../src/cli/baseline/baseline-schema.js";
import { promqlLint, type Outcome } from "../command.js";
import { folderWith } from "../folder.js";

const schemaPath = "docs/schemas/baseline.schema.json";
const name = ".promql-lint-baseline.json";

const rule = (alert: string, expr: string): string => `  - alert: ${alert}\n    expr: ${expr}\n`;
const file = (...rules: readonly string[]): string => `groups:\n- name: g\n  rules:\n${rules.join("")}`;
const gauge = "rate(node_load1[5m]) > 0";
const pattern = 'up{job=~"api"} == 0';

/** A folder of files with their baseline. */
async function withBaseline(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = folderWith(files);
  const { status, stdout } = await promqlLint([".", "--write-baseline"], { cwd: folder });
  expect([status, stdout]).toEqual([0, ""]);
  return folder;
}

/** `path:line code` of what is reported. */
async function told(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promqlLint([".", "-f", "compact", ...args], { cwd });
  return Array.from(stdout.matchAll(/^(\S+?:\d+):.*\[([a-z-]+)\]/gm), ([, place, code]) => `${place} ${code}`);
}

function entries(folder: string): readonly string[] {
  const lines = readFileSync(path.join(folder, name), "utf8").split("\n");
  return lines.filter((line) => line.includes("fingerprint"));
}

test("the published schema is the one that is used; UPDATE=1 writes it", async () => {
  const text = await format(JSON.stringify(baselineSchema), { parser: "json", printWidth: 120 });
  if (process.env["UPDATE"]) writeFileSync(schemaPath, text);
  expect(readFileSync(schemaPath, "utf8")).toBe(text);
});

test("a baseline fits its schema, is sorted, and is the same when it is written again", async () => {
  const folder = await withBaseline({
    "b.yaml": file(rule("B", gauge)),
    "a/a.yaml": file(rule("A", pattern), rule("Z", gauge)),
  });
  const text = readFileSync(path.join(folder, name), "utf8");
  expect(new Ajv2020().validate(baselineSchema, JSON.parse(text))).toBe(true);
  expect(entries(folder).map((line) => /"path":"(.*?)","code":"(.*?)","rule":"(.*?)"/.exec(line)?.slice(1))).toEqual([
    ["a/a.yaml", "rate-over-gauge", "Z"],
    ["a/a.yaml", "regex-without-pattern", "A"],
    ["b.yaml", "rate-over-gauge", "B"],
  ]);
  await promqlLint([".", "--write-baseline"], { cwd: folder });
  expect(readFileSync(path.join(folder, name), "utf8")).toBe(text);
});

describe("a finding of the baseline stays unreported when", () => {
  const before = file(rule("A", gauge), rule("B", pattern));
  test.each([
    ["lines move", `# new\n\n${before}`],
    ["rules change places", file(rule("B", pattern), rule("A", gauge))],
    ["a rule comes before it", file(rule("New", "up"), rule("A", gauge), rule("B", pattern))],
    [
      "the query is laid out otherwise",
      before.replace(gauge, "|\n      # why\n      rate(\n        node_load1[5m]\n      ) > 0"),
    ],
    ["another is gone", file(rule("A", gauge))],
  ])("%s", async (_, after) => {
    const folder = await withBaseline({ "a.yaml": before });
    writeFileSync(path.join(folder, "a.yaml"), after);
    expect(await told(folder)).toEqual([]);
  });
});

describe("a finding is new when", () => {
  const before = file(rule("A", gauge));
  test.each<[string, string, string[]]>([
    ["it stands in a new rule", file(rule("A", gauge), rule("B", gauge)), ["a.yaml:7 rate-over-gauge"]],
    ["its query changes", file(rule("A", "rate(node_load5[5m]) > 0")), ["a.yaml:5 rate-over-gauge"]],
    [
      "it is one more of its kind",
      file(rule("A", gauge), rule("A", gauge)),
      ["a.yaml:6 duplicate-rule", "a.yaml:7 rate-over-gauge"],
    ],
    [
      "it is of another kind",
      file(rule("A", 'rate(node_load1{job=~"a"}[5m]) > 0')),
      ["a.yaml:5 rate-over-gauge", "a.yaml:5 regex-without-pattern"],
    ],
  ])("%s", async (_, after, expected) => {
    const folder = await withBaseline({ "a.yaml": before });
    writeFileSync(path.join(folder, "a.yaml"), after);
    expect([...(await told(folder))].sort()).toEqual(expected);
  });
});

test("what keeps a file from being read never goes in", async () => {
  const folder = folderWith({ "a.yaml": `${file(rule("A", gauge))}broken: [\n` });
  const { status, stdout } = await promqlLint([".", "--write-baseline"], { cwd: folder });
  expect([status, entries(folder)]).toEqual([1, []]);
  expect(stdout).toContain("yaml-syntax");
});

test("the file is found from elsewhere, and paths are relative to it", async () => {
  const folder = await withBaseline({ "sub/a.yaml": file(rule("A", gauge)) });
  const { status, stdout } = await promqlLint(["a.yaml", "--baseline", `../${name}`], {
    cwd: path.join(folder, "sub"),
  });
  expect([status, stdout]).toEqual([0, ""]);
  expect((await promqlLint(["a.yaml"], { cwd: path.join(folder, "sub") })).status).toBe(1);
  expect(await told(folder, "--no-baseline")).toEqual([`${path.join("sub", "a.yaml")}:5 rate-over-gauge`]);
});

test("a configuration names it", async () => {
  const folder = folderWith({ "a.yaml": file(rule("A", gauge)), ".promql-lintrc.json": '{"baseline": "known.json"}' });
  const written = await promqlLint([".", "--write-baseline"], { cwd: folder });
  expect([written.status, existsSync(path.join(folder, "known.json"))]).toEqual([0, true]);
  expect(await told(folder)).toEqual([]);
});

test("what is not reported is counted in the JSON report", async () => {
  const folder = await withBaseline({ "a.yaml": file(rule("A", gauge), rule("B", pattern)) });
  const { stdout } = await promqlLint([".", "-f", "json"], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({ summary: { errors: 0, warnings: 0, suppressed: 2 } });
});

describe("what no longer occurs", () => {
  const gone = `promql-lint: ${name}: 1 finding no longer occurs; --prune-baseline takes them out\n`;

  test("is told, and taken out on request", async () => {
    const folder = await withBaseline({ "a.yaml": file(rule("A", gauge), rule("B", pattern)) });
    writeFileSync(path.join(folder, "a.yaml"), file(rule("A", gauge)));
    expect((await promqlLint(["."], { cwd: folder })).stderr).toBe(gone);
    const pruned = await promqlLint([".", "--prune-baseline"], { cwd: folder });
    expect([pruned.status, pruned.stderr]).toEqual([0, `promql-lint: ${name}: 1 finding taken out\n`]);
    expect(entries(folder)).toHaveLength(1);
    expect((await promqlLint(["."], { cwd: folder })).stderr).toBe("");
  });

  test("is so for a file that is gone, not for one that is not looked at", async () => {
    const folder = await withBaseline({ "a.yaml": file(rule("A", gauge)), "b.yaml": file(rule("B", gauge)) });
    expect((await promqlLint(["a.yaml"], { cwd: folder })).stderr).toBe("");
    rmSync(path.join(folder, "b.yaml"));
    expect((await promqlLint(["a.yaml"], { cwd: folder })).stderr).toBe(gone);
  });

  test("is so after a fix, which repairs what is not reported too", async () => {
    const folder = await withBaseline({ "a.yaml": file(rule("B", 'rate(http_requests_total{job=~"api"}[5m]) > 1')) });
    const { stderr } = await promqlLint([".", "--fix"], { cwd: folder });
    expect(stderr).toBe(`promql-lint: a.yaml: 1 fix applied\n${gone}`);
  });
});

describe("what a fix leaves of a query", () => {
  const both = 'rate(node_load1{job=~"api"}[5m]) > 0';
  const gone = `promql-lint: ${name}: 1 finding no longer occurs; --prune-baseline takes them out\n`;
  const applied = "promql-lint: a.yaml: 1 fix applied\n";
  const moved = `promql-lint: ${name}: 1 finding of fixed queries kept\n`;

  test("stays known, in this run and in the next", async () => {
    const folder = await withBaseline({ "a.yaml": file(rule("A", both), rule("B", gauge)) });
    const before = entries(folder);
    const { status, stdout, stderr } = await promqlLint([".", "--fix"], { cwd: folder });
    expect([status, stdout, stderr]).toEqual([0, "", applied + moved + gone]);
    expect(readFileSync(path.join(folder, "a.yaml"), "utf8")).toContain('{job="api"}');
    expect(entries(folder)).toHaveLength(before.length);
    expect(await told(folder)).toEqual([]);
    expect((await promqlLint([".", "--fix"], { cwd: folder })).stderr).toBe(gone);
  });

  test("stays known while the rest is taken out", async () => {
    const folder = await withBaseline({ "a.yaml": file(rule("A", both)) });
    const { stderr } = await promqlLint([".", "--fix", "--prune-baseline"], { cwd: folder });
    expect(stderr).toBe(`${applied}${moved}promql-lint: ${name}: 1 finding taken out\n`);
    expect(entries(folder)).toEqual([expect.stringContaining('"rate-over-gauge"')]);
    expect((await promqlLint(["."], { cwd: folder })).stderr).toBe("");
  });

  test.each([
    ["on a dry run", ["a.yaml", "--fix-dry-run"]],
    ["in a difference", ["a.yaml", "--diff"]],
    ["on standard input", ["--stdin", "--stdin-filename", "a.yaml", "--fix"]],
  ])("is not reported %s, which leaves the baseline as it is", async (_, args) => {
    const text = file(rule("A", both));
    const folder = await withBaseline({ "a.yaml": text });
    const before = readFileSync(path.join(folder, name), "utf8");
    const { stdout, stderr } = await promqlLint(args, { cwd: folder, input: text });
    expect(stdout + stderr).not.toContain("[rate-over-gauge]");
    expect(readFileSync(path.join(folder, name), "utf8")).toBe(before);
    expect(await told(folder)).toEqual([]);
  });

  test("is new where it was not known", async () => {
    const folder = folderWith({ "a.yaml": file(rule("A", 'node_load1{job=~"api"} > 0')) });
    await promqlLint([".", "--write-baseline"], { cwd: folder });
    writeFileSync(path.join(folder, "a.yaml"), file(rule("A", both)));
    expect((await promqlLint([".", "--fix"], { cwd: folder })).stdout).toContain("[rate-over-gauge]");
  });
});

test("writing keeps what is known of files that are not looked at", async () => {
  const folder = await withBaseline({ "a.yaml": file(rule("A", gauge)), "b.yaml": file(rule("B", gauge)) });
  writeFileSync(path.join(folder, "a.yaml"), file(rule("A", pattern)));
  await promqlLint(["a.yaml", "--write-baseline"], { cwd: folder });
  expect(entries(folder).map((line) => /"path":"(.*?)","code":"(.*?)"/.exec(line)?.slice(1))).toEqual([
    ["a.yaml", "regex-without-pattern"],
    ["b.yaml", "rate-over-gauge"],
  ]);
});

describe("a file that is no baseline ends the run with 2, and stays", () => {
  const valid = { path: "a.yaml", code: "c", fingerprint: "0123456789abcdef", count: 1 };
  const holding = (finding: object): string => JSON.stringify({ version: 1, findings: [{ ...valid, ...finding }] });
  test.each([
    ["empty", "", "known.json:1:1: is no baseline: the file is not a mapping"],
    ["no JSON", "<<<<<<< HEAD\n{", "is no baseline"],
    ["a rule file", file(rule("A", gauge)), "known.json:1:1: is no baseline: the file lacks the key `version`"],
    ["another version", '{"version": 2, "findings": []}', "known.json:1:13: is no baseline: `version` is a version"],
    ["a count below 1", holding({ count: 0 }), "`count`"],
    ["a fingerprint with control characters", holding({ fingerprint: "\u001b[31m" }), "`fingerprint` is not written"],
    ["a misspelt key", holding({ cuont: 1 }), "has no key `cuont`"],
    ["deep nesting", "[".repeat(100_000), "is no baseline"],
  ])("%s", async (_, text, expected) => {
    const folder = folderWith({ "known.json": text, "a.yaml": file(rule("A", gauge)) });
    for (const option of ["--baseline", "--write-baseline"]) {
      const { status, stdout, stderr } = await promqlLint(["a.yaml", option, "known.json"], { cwd: folder });
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(expected);
      expect(stderr).not.toContain("\u001b");
    }
    expect(readFileSync(path.join(folder, "known.json"), "utf8")).toBe(text);
  });

  test("a query on the command line is put into no baseline", async () => {
    const { status, stderr } = await promqlLint(["-e", "up = 0", "--write-baseline"]);
    expect(status).toBe(2);
    expect(stderr).toContain("option '--write-baseline [file]' cannot be used with option '-e, --expr <query>'");
  });

  test("huge counts and foreign paths are harmless", async () => {
    const findings = [
      { ...valid, count: 2 ** 53 - 1 },
      { ...valid, path: "../../nothing\0", count: 5 },
      { ...valid, path: "__proto__" },
    ];
    const folder = folderWith({
      "known.json": JSON.stringify({ version: 1, findings }),
      "a.yaml": file(rule("A", gauge)),
    });
    const { status } = await promqlLint(["a.yaml", "--baseline", "known.json", "--prune-baseline"], { cwd: folder });
    expect(status).toBe(1);
    expect(JSON.parse(readFileSync(path.join(folder, "known.json"), "utf8"))).toMatchObject({ findings: [] });
  });
});

describe("wrong use", () => {
  const failed = async (args: readonly string[], prepare?: (folder: string) => void): Promise<Outcome> => {
    const folder = folderWith({ "a.yaml": file(rule("A", gauge)) });
    prepare?.(folder);
    return promqlLint(["a.yaml", ...args], { cwd: folder });
  };

  test.each<[string, string[], number, string]>([
    [
      "a baseline that is not there",
      ["--baseline", "nope.json"],
      3,
      "promql-lint: nope.json: no such baseline\nhelp: write it with `--write-baseline nope.json`\n",
    ],
    [
      "nothing to prune",
      ["--prune-baseline"],
      2,
      "promql-lint: there is no baseline from which to take something out\n",
    ],
  ])("%s", async (_, args, expectedStatus, expected) => {
    const { status, stderr } = await failed(args);
    expect(status).toBe(expectedStatus);
    expect(stderr).toContain(expected);
  });

  test("a folder as baseline", async () => {
    const { status, stderr } = await failed(["--baseline", "d"], (folder) => mkdirSync(path.join(folder, "d")));
    expect([status, stderr]).toEqual([3, "promql-lint: d: is a folder\n"]);
  });

  test("a folder to write to", async () => {
    const { status, stderr } = await failed(["--write-baseline", "d"], (folder) => mkdirSync(path.join(folder, "d")));
    expect([status, stderr]).toEqual([3, expect.stringContaining("d: cannot be written: it is a folder")]);
  });
});
