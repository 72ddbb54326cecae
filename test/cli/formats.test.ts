import { chmodSync, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { formatNames } from "../../src/report/formats.js";
import { isSarif } from "../report/sarif-schema.js";
import { childrenOf, readXml } from "../report/xml.js";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const schema: unknown = JSON.parse(readFileSync("docs/schemas/report.schema.json", "utf8"));
const isReport = new Ajv2020({ strict: true }).compile(schema as object);

/** A fix that is safe, and one that is to be reviewed. */
const bad = recording(`'up{job=~"a"}'\n  - record: s\n    expr: rate(node_load1[5m])`);
const files = { "a b.yaml": bad, "sub/clean.yaml": recording("up") };
/** What is found in it: a warning at 5:18, an error at 7:16. */
const places = [
  ["regex-without-pattern", "5", "18"],
  ["rate-over-gauge", "7", "16"],
];

describe("a report in each format", () => {
  test("compact", async () => {
    const { stdout, stderr, status } = await promqlLint([".", "-f", "compact"], { cwd: folderWith(files) });
    expect(stdout).toMatch(
      /^a b\.yaml:5:18: warning: .+ \[regex-without-pattern\]\na b\.yaml:7:16: error: .+ \[rate-over-gauge\]\n$/,
    );
    expect([status, stderr]).toEqual([1, ""]);
  });

  test("sarif", async () => {
    const { stdout, stderr, status } = await promqlLint([".", "-f", "sarif"], { cwd: folderWith(files) });
    const log: unknown = JSON.parse(stdout);
    isSarif(log);
    expect(isSarif.errors).toBeNull();
    const url = expect.stringMatching(/^https:\/\/.+\/rules\/[a-z-]+\.md$/) as string;
    const rule = { helpUri: url, help: { markdown: expect.stringContaining("## Why") as string } };
    expect(log).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: [
                { id: "rate-over-gauge", ...rule },
                { id: "regex-without-pattern", ...rule },
              ],
            },
          },
          invocations: [{ executionSuccessful: true }],
          results: places.map(([ruleId, line, column]) => ({
            ruleId,
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "a%20b.yaml", uriBaseId: "%SRCROOT%" },
                  region: { startLine: Number(line), startColumn: Number(column) },
                },
              },
            ],
          })),
        },
      ],
    });
    expect([status, stderr]).toEqual([1, ""]);
  });

  test("github", async () => {
    const { stdout } = await promqlLint([".", "-f", "github"], { cwd: folderWith(files) });
    expect(stdout).toMatch(
      /^::warning file=a b\.yaml,line=5,endLine=5,col=18,endColumn=20,title=regex-without-pattern::.+\n::error file=a b\.yaml,line=7,endLine=7,col=16,endColumn=26,title=rate-over-gauge::.+\n$/,
    );
  });

  test("gitlab", async () => {
    const { stdout } = await promqlLint([".", "-f", "gitlab"], { cwd: folderWith(files) });
    const hash = expect.stringMatching(/^[\da-f]{64}$/) as string;
    expect(JSON.parse(stdout)).toMatchObject(
      places.map(([code, line, column]) => ({
        check_name: code,
        fingerprint: hash,
        location: { path: "a b.yaml", positions: { begin: { line: Number(line), column: Number(column) } } },
      })),
    );
  });

  test("junit", async () => {
    const { stdout } = await promqlLint([".", "-f", "junit"], { cwd: folderWith(files) });
    const [root] = childrenOf(readXml(stdout), "testsuites");
    const cases = childrenOf(root, "testsuite").flatMap((suite) => childrenOf(suite, "testcase"));
    expect(cases.map((each) => each["@name"])).toEqual([
      "regex-without-pattern at 5:18",
      "rate-over-gauge at 7:16",
      "no findings",
    ]);
  });

  test("checkstyle", async () => {
    const { stdout } = await promqlLint([".", "-f", "checkstyle"], { cwd: folderWith(files) });
    const [root] = childrenOf(readXml(stdout), "checkstyle");
    const [first, second] = childrenOf(root, "file");
    const errors = childrenOf(first, "error").map((error) => [error["@source"], error["@line"], error["@column"]]);
    expect(errors).toEqual(places.map(([code, ...rest]) => [`promql-lint.${code}`, ...rest]));
    expect(second).toMatchObject({ "@name": path.join("sub", "clean.yaml") });
  });

  test("a rule of one's own is described by what it says of itself", async () => {
    const rule = `{
      id: "own", summary: "Nobody asks for up", category: "cost", severity: "warning", subject: "query",
      url: "https://example.org/own",
      *check() { yield { at: { from: 0, to: 2 }, message: "here" }; },
    }`;
    const cwd = folderWith({ "promql-lint.config.mjs": `export default { ownRules: [${rule}] };`, "a.promql": "up" });
    for (const args of [["a.promql"], ["-e", "up"]]) {
      const { stdout } = await promqlLint([...args, "-f", "sarif"], { cwd });
      expect(JSON.parse(stdout)).toHaveProperty("runs.0.tool.driver.rules", [
        {
          id: "own",
          shortDescription: { text: "Nobody asks for up" },
          fullDescription: { text: "Nobody asks for up" },
          helpUri: "https://example.org/own",
          defaultConfiguration: { level: "warning" },
          properties: { tags: ["cost"] },
        },
      ]);
    }
  });

  test("a problem of a query has its section as help", async () => {
    const { stdout } = await promqlLint(["-e", "up = 0", "-f", "sarif"]);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [
        {
          tool: {
            driver: {
              rules: [
                {
                  id: "single-equals",
                  help: { markdown: expect.stringContaining("up == 0") as string },
                  helpUri: expect.stringMatching(/docs\/problems\.md#single-equals$/) as string,
                },
              ],
            },
          },
        },
      ],
    });
  });
});

describe.each(formatNames)("-f %s", (format) => {
  test("of a clean file, of none that could be read, and with --quiet, is a whole document", async () => {
    const cwd = folderWith(files);
    const read = (text: string): unknown => {
      if (format === "junit" || format === "checkstyle") return readXml(text);
      if (format === "json" || format === "sarif" || format === "gitlab") return JSON.parse(text);
      expect(text).toBe("");
      return text;
    };
    const clean = await promqlLint(["sub", "-f", format], { cwd });
    read(clean.stdout);
    expect([clean.status, clean.stderr]).toEqual([0, ""]);
    const missing = await promqlLint(["nowhere.yaml", "-f", format], { cwd });
    read(missing.stdout);
    expect([missing.status, missing.stderr]).toEqual([3, "promql-lint: nowhere.yaml: no such file or folder\n"]);
    const quiet = await promqlLint(["-e", 'up{job=~"a"}', "-f", format, "--quiet"], { cwd });
    read(quiet.stdout);
  });

  test("names, messages and escape codes of a file do not control the terminal", async () => {
    const cwd = folderWith({ "]]>\u001b[31m%0A::\u202e'\n.promql": 'up{a="\u001b[31m]]>\u009b\u202e%0A::"}[5m' });
    const { stdout, stderr } = await promqlLint([".", "-f", format, "--no-color"], { cwd });
    expect(stdout).toContain("]");
    expect(stdout + stderr).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e]/u);
  });

  test("-o writes the report into a file and says so on standard error", async () => {
    const cwd = folderWith(files);
    const direct = await promqlLint([".", "-f", format], { cwd });
    const { status, stdout, stderr } = await promqlLint([".", "-f", format, "-o", "sub/report"], { cwd });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      "promql-lint: 1 error, 1 warning in 1 of 2 files (1 fixable with --fix, 1 more with --fix-review): see sub/report\n",
    );
    expect(readFileSync(path.join(cwd, "sub/report"), "utf8")).toBe(direct.stdout);
    expect(readdirSync(path.join(cwd, "sub"))).toEqual(["clean.yaml", "report"]);
  });
});

describe("promql-lint --output-file", () => {
  test.each([
    ["no/report.json", "no/report.json: cannot be written: there is no folder no\nhelp: make it first"],
    ["sub", "sub: cannot be written: it is a folder\nhelp: name a file in it"],
    ["a b.yaml/x", "a b.yaml/x: cannot be written: there is no folder a b.yaml\nhelp: make it first"],
  ])("%s fails before anything is done", async (file, message) => {
    const cwd = folderWith(files);
    const outcome = await promqlLint([".", "--fix", "-o", file], { cwd });
    expect(outcome).toEqual({ status: 3, stdout: "", stderr: `promql-lint: ${message}\n` });
    expect(readFileSync(path.join(cwd, "a b.yaml"), "utf8")).toBe(bad);
  });

  test("replaces a report, keeps its mode, and has no colours", async () => {
    const cwd = folderWith({ ...files, report: "old" });
    const { mode } = statSync(path.join(cwd, "report"));
    await promqlLint([".", "-o", "report"], { cwd, env: { FORCE_COLOR: "0" } });
    expect(readFileSync(path.join(cwd, "report"), "utf8")).toMatch(/^warning: .+\[regex-without-pattern\]\n/);
    expect(statSync(path.join(cwd, "report")).mode).toBe(mode);
  });

  test("of a clean run is an empty file, and a line that says so", async () => {
    const cwd = folderWith(files);
    const { status, stderr } = await promqlLint(["sub", "-o", "report"], { cwd });
    expect([status, stderr]).toEqual([0, "promql-lint: nothing to report: see report\n"]);
    expect(readFileSync(path.join(cwd, "report"), "utf8")).toBe("");
  });

  test.runIf(existsSync("/dev/null"))("a device is written to, and stays one", async () => {
    const { status, stdout } = await promqlLint(["-e", "rate(node_load1[5m])", "-o", "/dev/null"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test.runIf(process.getuid?.() === 0).each([
    ["written", 0o555],
    ["entered", 0o600],
  ])("a folder that cannot be %s is told", async (_, mode) => {
    const cwd = folderWith({ "locked/clean.yaml": "" });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, "locked"), mode);
    const { status, stderr } = await promqlLint(["-e", "up", "-o", path.join(cwd, "locked/report")], { uid: 65_534 });
    expect(status).toBe(3);
    expect(stderr).toMatch(/locked\/report: cannot be written: permission denied/);
    expect(readdirSync(path.join(cwd, "locked"))).toEqual(["clean.yaml"]);
  });
});

describe("promql-lint --statistics", () => {
  test("counts on the terminal, in place of the places", async () => {
    const { status, stdout } = await promqlLint([".", "--statistics"], { cwd: folderWith(files) });
    expect(status).toBe(1);
    expect(stdout).toBe(`\
1  rate-over-gauge        1 fixable with --fix-review
1  regex-without-pattern  1 fixable with --fix

1 error, 1 warning in 1 of 2 files (1 fixable with --fix, 1 more with --fix-review)
`);
  });

  test("are added to JSON", async () => {
    const { stdout } = await promqlLint([".", "--statistics", "-f", "json"], { cwd: folderWith(files) });
    const report: unknown = JSON.parse(stdout);
    isReport(report);
    expect(isReport.errors).toBeNull();
    expect(report).toMatchObject({
      files: [{ diagnostics: [{}, {}] }, {}],
      statistics: [{ code: "rate-over-gauge" }, { code: "regex-without-pattern", count: 1, fixable: 1 }],
      summary: { files: 1, filesChecked: 2 },
    });
  });

  test("have no place in the other formats", async () => {
    const { status, stderr } = await promqlLint(["-e", "up", "--statistics", "-f", "sarif"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^promql-lint: the format sarif has no place for --statistics\nhelp: /);
  });
});

test("a misspelt format is answered with the right one", async () => {
  const { status, stderr } = await promqlLint(["-e", "up", "-f", "sarfi"]);
  expect(status).toBe(2);
  expect(stderr).toContain("Did you mean sarif?");
});
