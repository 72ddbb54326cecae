import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { childrenOf, readXml } from "../report/xml.js";
import { promqlLint } from "./command.js";
import { folderWith } from "./folder.js";
import { refusalOf } from "./refusal.js";

const rules = "groups:\n- name: g\n  rules:\n  - {alert: Down, expr: up == 0, annotations: {s: '{{ $labels.job }}'}}\n";
const series = `input_series: [{series: 'up{job="a"}', values: 0 0}]`;

/** A file of unit tests with two tests, of which the second fails. */
const tests = `rule_files: ['r*.yml']
tests:
- name: good
  ${series}
  promql_expr_test: [{expr: up, eval_time: 0, exp_samples: [{labels: 'up{job="a"}', value: 0}]}]
- name: bad
  ${series}
  alert_rule_test: [{eval_time: 0, alertname: Down, exp_alerts: []}]
`;
const script = 'load 1m\n  up 1\n\neval instant at 0 up\n  up 1\n\neval instant at 0 {__name__=~".+"} * 2\n  {} 3\n';
const native = "load 1m\n  h {{count:1}}\n\neval instant at 0 h\n  h {{count:1}}\n";

/** The outcome of `promql-lint test` in a folder with these files. */
async function run(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  return promqlLint(["test", ...args], { cwd: folderWith(files) });
}

test("unit tests: what fails is shown with its place and the difference", async () => {
  expect(await run({ "t.yml": tests, "rules.yml": rules }, "t.yml")).toEqual({
    status: 1,
    stdout: `t.yml:8:21: failed: bad: alert Down at 0s
  other alerts fire than expected

  + Down{job="a"}
  +   s: "a"

1 failed, 1 passed in 1 file
`,
    stderr: "",
  });
});

test("a script: each eval that fails is shown", async () => {
  const { status, stdout } = await run({ "a.test": script }, "a.test");
  expect(stdout).toBe(`a.test:7:1: failed: eval: {__name__=~".+"} * 2
  {}: expected 3 @0s, got 2 @0s

1 failed, 1 passed in 1 file
`);
  expect(status).toBe(1);
});

test("native histograms are counted, shown, and do not fail", async () => {
  const { status, stdout } = await run({ "a.test": native }, "a.test");
  expect(stdout).toMatch(
    /^a\.test:4:1: unsupported: eval: h\n {2}a native histogram is expected\n\n0 passed, 1 unsupported in 1 file\n$/,
  );
  expect(status).toBe(0);
});

describe("--run chooses tests by their name", () => {
  test.each([
    [["--run", "^good$"], "1 passed in 1 file\n", "", 0],
    [["--run", "bad", "--run", "good"], "1 failed, 1 passed in 1 file\n", "", 1],
    [["--run", "none"], "0 passed in 1 file\n", "promql-lint: no test has a name that fits --run\n", 0],
  ])("%j", async (args, end, said, status) => {
    const outcome = await run({ "t.yml": tests, "rules.yml": rules }, "t.yml", ...args);
    expect(outcome.stdout.endsWith(end)).toBe(true);
    expect([outcome.stderr, outcome.status]).toEqual([said, status]);
  });
});

test("--enable-feature turns on what promtool has off", async () => {
  const files = { "t.yml": "tests: [{promql_expr_test: [{expr: 'ts_of_max_over_time(up[1m])', eval_time: 0}]}]\n" };
  const without = await run(files, "t.yml");
  expect(without.stdout).toContain("the query fails: 1:1: parse error: ");
  expect(without.status).toBe(1);
  expect((await run(files, "t.yml", "--enable-feature", "promql-experimental-functions")).status).toBe(0);
});

test("of a folder the files with tests are run, and the others left alone", async () => {
  const others = { "helm_test.yaml": "suite: x\ntests: [{it: works}]\n", "values.json": "{}" };
  const files = {
    ...others,
    "a/t.yaml": "tests: []\n",
    "a/rules.yml": rules,
    "b/c/s.test": script.slice(0, 44),
    "b/x.md": "x",
  };
  const { status, stdout, stderr } = await run(files, ".");
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "1 passed in 2 files\n", stderr: "" });
});

test("standard input is a file as well", async () => {
  const { stdout, status } = await promqlLint(["test", "-"], { input: script.slice(0, 44) });
  expect({ stdout, status }).toEqual({ stdout: "1 passed in 1 file\n", status: 0 });
});

describe("a file that cannot be run is an error in words", () => {
  test.each([
    [
      rules,
      "The file holds no tests: it is neither a test script of PromQL nor a file of unit tests\nhelp: a file of unit tests has the field `tests`, a script begins with `load` or `eval`",
    ],
    ["tests: [{nam: x}]\n", "The file is rejected: a test has no field `nam`\nhelp: did you mean `name`?"],
    [
      "tests: [{interval: 5}]\n",
      "The file is rejected: `interval` is `5`, which is no duration\nhelp: give it a unit: `5s` are seconds, `5m` are minutes",
    ],
    ["tests: {a: b}\n", "The file is rejected: `tests` is a mapping instead of a list"],
    [Buffer.from("tests: [\xff]\n", "latin1"), "The file is rejected: it is no valid UTF-8\nhelp: save it as UTF-8"],
  ])("%s", async (text, message) => {
    const { stdout, stderr, status } = await run({ "t.yml": text }, "t.yml");
    expect(stdout).toContain(`failed: ${message}`);
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  });
});

test("what is wrong with a rule file stands where it is", async () => {
  const bad = rules.replace("up == 0", "'sum(up'");
  const { stdout, status } = await run({ "t.yml": tests, "rules.yml": bad }, "t.yml");
  expect(stdout).toBe(
    "rules.yml:4:29: failed: `(` is never closed\nhelp: add the missing `)`\n\n1 failed, 0 passed in 1 file\n",
  );
  expect(status).toBe(1);
});

test("a pattern that is none is a problem", async () => {
  const { stdout, status } = await run({ "t.yml": tests.replace("r*.yml", "[r.yml") }, "t.yml");
  expect(stdout).toContain("[r.yml:1:1: failed: The rule file is no pattern: `[` is not closed\n");
  expect(status).toBe(1);
});

test("a rule file that is missing is a warning, as in promtool", async () => {
  const { stdout, status } = await run({ "t.yml": tests.replace("r*.yml", "none.yml") }, "t.yml");
  expect(stdout).toBe(
    "t.yml:1:14: warning: No file matches `none.yml`, so there are no rules of it\n\n2 passed in 1 file\n",
  );
  expect(status).toBe(0);
});

test("a file that is not there", async () => {
  const { status, stderr } = await run({}, "none.yml");
  expect([status, stderr]).toEqual([3, "promql-lint: none.yml: no such file or folder\n"]);
});

test.each([
  [[], 2, "nothing to test\n"],
  [["docs/schemas"], 3, "no tests are found\n"],
  [["t.yml", "--run", "("], 2, "--run `(` is no regular expression: "],
  [["t.yml", "--enable-feature", "promql-experimental-function"], 2, "no feature flag for queries is called "],
  [["t.yml", "-f", "xml"], 2, "option '-f, --format <format>' argument 'xml' is invalid."],
])("%j is refused with %i", async (args, expected, words) => {
  const { status, text } = await refusalOf(["test", ...args]);
  expect(status).toBe(expected);
  expect(text).toContain(words);
});

test("-f json writes what its schema describes", async () => {
  const files = { "t.yml": tests, "rules.yml": rules, "a.test": native, "u.yml": "tests: [{nam: x}]\n" };
  const { stdout } = await run(files, "t.yml", "a.test", "u.yml", "-f", "json");
  const schema = JSON.parse(readFileSync("docs/schemas/test-report.schema.json", "utf8")) as object;
  const report = JSON.parse(stdout) as { readonly summary: unknown };
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report.summary).toEqual({ files: 3, passed: 1, failed: 2, unsupported: 1 });
});

test("-f junit writes a suite for each file, into a file where that is asked", async () => {
  const folder = folderWith({ "t.yml": tests, "rules.yml": rules, "a.test": native });
  const { stdout, status } = await promqlLint(["test", "t.yml", "a.test", "-f", "junit", "-o", "out.xml"], {
    cwd: folder,
  });
  expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
  const [root] = childrenOf(readXml(readFileSync(path.join(folder, "out.xml"), "utf8")), "testsuites");
  expect(root).toMatchObject({ "@tests": "3", "@failures": "1", "@skipped": "1" });
  const names = childrenOf(root, "testsuite").flatMap((suite) =>
    childrenOf(suite, "testcase").map((each) => each["@name"]),
  );
  expect(names).toEqual(["good: up at 0s (line 5)", "bad: alert Down at 0s (line 8)", "eval: h (line 4)"]);
});

test("a terminal obeys nothing of what stands in a test", async () => {
  const text = 'tests: [{name: "\\e[31m", promql_expr_test: [{expr: "\\"\\e[2J\\"", eval_time: 0}]}]\n';
  for (const format of ["terminal", "json", "junit"]) {
    const { stdout } = await run({ "t.yml": text }, "t.yml", "-f", format);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("31m");
  }
});
