import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

describe("promql-lint -e", () => {
  test("says why a range vector cannot be graphed, and what was meant", async () => {
    const { status, stdout } = await promqlLint(["-e", 'node_cpu_seconds_total{mode="idle"}[1m]']);
    expect(status).toBe(1);
    expect(stdout).toBe(`\
error: a range vector holds many samples per series, so neither a graph nor an alert can use it [bare-range-vector]
 --> -e:1:1
1 | node_cpu_seconds_total{mode="idle"}[1m]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: make one value of the samples: \`node_cpu_seconds_total\` is a counter, so take its rate of increase
  = help: use \`rate()\`: rate(node_cpu_seconds_total{mode="idle"}[1m])
  = or: use \`increase()\`: increase(node_cpu_seconds_total{mode="idle"}[1m])
  = or: use \`irate()\`: irate(node_cpu_seconds_total{mode="idle"}[1m])

1 error (1 fixable with --fix-review)
`);
  });

  test("offers a gauge another function", async () => {
    const { status, stdout } = await promqlLint(["-e", "node_load1[5m]"]);
    expect(status).toBe(1);
    expect(stdout).toContain("`node_load1` is a gauge");
    expect(stdout).toContain("help: use `avg_over_time()`: avg_over_time(node_load1[5m])\n");
    expect(stdout).not.toContain("rate(");
  });

  test.each([
    [["-e", "up"], 0],
    [["-e", "up", "-e", "node_load1[5m]"], 1],
    [["-e", "node_load1[5m]", "--use", "instant"], 0],
    [["-e", 'up{job=~"api"}'], 0],
    [["-e", 'up{job=~"api"}', "--max-warnings", "1"], 0],
    [["-e", 'up{job=~"api"}', "--max-warnings=0"], 1],
    [["-e", "up{"], 1],
    [["-e", ""], 1],
    [["-e"], 2],
    [["-e", "up", "--use", "sometimes"], 2],
    [["-e", "up", "--max-warnings", "-1"], 2],
    [["-e", "up", "--max-warnings", "1e3"], 2],
    [["-e", "up", "--format", "xml"], 2],
    [["-e", "up", "/nowhere"], 3],
    [[], 2],
    [["lint"], 2],
    [["--help"], 0],
    [["--version"], 0],
  ])("%j exits with %i", async (args, expected) => {
    const { status, stdout, stderr } = await promqlLint(args);
    expect(status, stdout + stderr).toBe(expected);
    if (expected > 1) expect(stderr).toMatch(/^promql-lint: .+\n/);
  });

  test("tells of a syntax error where it is, and of nothing that follows from it", async () => {
    const { status, stdout } = await promqlLint(["-e", "sum(rate(up[5m])"]);
    expect(status).toBe(1);
    expect(stdout).toContain("-e:1:4\n1 | sum(rate(up[5m])\n  |    ^\n");
    expect(stdout).toMatch(/\n1 error \(1 fixable with --fix\)\n$/);
  });

  test("--quiet leaves out what is no error", async () => {
    const { stdout } = await promqlLint(["-e", 'node_load1{job=~"a"}[5m]', "--quiet"]);
    expect(stdout).toContain("bare-range-vector");
    expect(stdout).not.toContain("warning");
  });

  test("--fix prints the query, and the report on standard error", async () => {
    const safe = await promqlLint(["-e", 'node_load1{job=~"a"}[5m]', "--fix"]);
    expect(safe.stdout).toBe('node_load1{job="a"}[5m]\n');
    expect(safe.stderr).toContain("[bare-range-vector]");
    expect(safe.status).toBe(1);
    const review = await promqlLint(["-e", 'node_load1{job=~"a"}[5m]', "--fix-review"]);
    expect(review).toEqual({ status: 0, stdout: 'avg_over_time(node_load1{job="a"}[5m])\n', stderr: "" });
  });

  test("a mistyped option is answered with the right one", async () => {
    const { status, stderr } = await promqlLint(["--fix-reviw", "-e", "up"]);
    expect(status).toBe(2);
    expect(stderr).toBe("promql-lint: unknown option '--fix-reviw'\n(Did you mean --fix-review?)\n");
  });
});

describe("promql-lint FILE", () => {
  test.each([
    ["|", "|\n      # why\n      node_load1[5m]", "7:7"],
    [">", ">-\n      avg(up) +\n      rate(\n      node_load1[5m])", "8:7"],
    ["quoted", '"rate(  node_load1[5m])"', "5:19"],
    ["single", "'rate(node_load1[5m])'", "5:17"],
    ["plain", "rate(node_load1[5m])", "5:16"],
  ])("finds line and column in a %s scalar", async (_, expr, expected) => {
    const cwd = folderWith({ "rules.yaml": recording(expr) });
    const { stdout } = await promqlLint(["rules.yaml"], { cwd });
    expect(stdout).toContain(` --> rules.yaml:${expected} in \`r\`\n`);
  });

  test("reads folders, patterns and files, each file once", async () => {
    const bad = recording("node_load1[5m]");
    const cwd = folderWith({
      "a/one.yaml": bad,
      "a/two.yml": bad,
      "a/three.promql": "node_load1[5m]",
      "a/notes.txt": bad,
      "a/node_modules/x/no.yaml": bad,
      "a/.hidden/no.yaml": bad,
      "b.yaml": bad,
    });
    const paths = async (...args: string[]) => {
      const { stdout } = await promqlLint(args, { cwd });
      return [...stdout.matchAll(/--> (\S+?):\d/g)].map(([, path]) => path);
    };
    expect(await paths("a")).toEqual(["a/one.yaml", "a/three.promql", "a/two.yml"]);
    expect(await paths("a/*.y*ml", "b.yaml", "a/one.yaml", "./b.yaml")).toEqual(["a/one.yaml", "a/two.yml", "b.yaml"]);
  });

  test("finds line and column of a cause in its own file", async () => {
    const rules = (own: string) =>
      `${recording("sum(up)")}  - {record: ${own}1, expr: b}\n  - {record: ${own}2, expr: b}\n`;
    const cwd = folderWith({ "a.yaml": rules("a"), "b.yaml": `# ${"long ".repeat(99)}\n\n${rules("b")}` });
    const { stdout } = await promqlLint(["a.yaml", "b.yaml"], { cwd });
    const [, line, column] = /--> b\.yaml:(\d+):(\d+)/.exec(stdout) ?? [];
    expect(stdout).toContain(`= see: a.yaml:${Number(line) - 2}:${column}: the other one`);
    expect(stdout).toContain("[duplicate-rule]");
  });

  test("learns metric types from an exporter's text", async () => {
    const cwd = folderWith({ metrics: "# TYPE queue_depth gauge\nqueue_depth 3\n" });
    const { stdout } = await promqlLint(["--metrics", "metrics", "-e", "rate(queue_depth[5m])"], { cwd });
    expect(stdout).toContain("[rate-over-gauge]");
    const { status, stderr } = await promqlLint(["--metrics", "nothing", "-e", "up"], { cwd });
    expect([status, stderr]).toEqual([3, "promql-lint: nothing: no such file or folder\n"]);
  });
});

describe("promql-lint -", () => {
  const bad = recording('absent(up{job=~"api"}) + up{job=~"api"}');

  test("lints standard input", async () => {
    const { status, stdout, stderr } = await promqlLint(["-", "--max-warnings=0"], { input: bad });
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("--> stdin:5:24 in `r`");
  });

  test("--fix prints the whole text, changed or not, and the report on standard error", async () => {
    const { status, stdout, stderr } = await promqlLint(["-", "--fix"], { input: bad });
    expect(status).toBe(0);
    expect(stdout).toBe(recording('absent(up{job=~"api"}) + up{job="api"}'));
    expect(stderr).toContain("1 fix applied");
    expect(stderr).toContain("[regex-without-pattern]");
    const clean = await promqlLint(["--fix", "-"], { input: recording("up") });
    expect(clean).toEqual({ status: 0, stdout: recording("up"), stderr: "" });
  });

  test("--fix keeps a byte order mark and CRLF, and prints nothing of what is no UTF-8", async () => {
    const marked = `\ufeff${bad.replaceAll("\n", "\r\n")}`;
    expect((await promqlLint(["-", "--fix-review"], { input: marked })).stdout).toBe(marked.replaceAll("=~", "="));
    const latin1 = await promqlLint(["-", "--fix"], { input: Buffer.from(`${bad}# größer`, "latin1") });
    expect(latin1.status).toBe(3);
    expect(latin1.stderr).toContain("stdin: is not fixed, since it is no valid UTF-8");
    expect(latin1.stdout).not.toContain("groups:");
  });
});

describe("promql-lint --format json", () => {
  const schema: unknown = JSON.parse(readFileSync("docs/schemas/report.schema.json", "utf8"));
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
    typeof schema === "object" && schema ? schema : {},
  );

  test.each([
    [["-e", "up"], ""],
    [["-e", 'node_load1{job=~"a"}[5m]', "-e", "sum(rat(up[5m]"], ""],
    [["examples/rules"], ""],
    [["-"], recording("'''up'' + \"'")],
    [["-"], "groups: [{name: a, rules: {}}]\nexpr: [\n"],
  ])("%j is a report as its schema says", async (args, input) => {
    const { stdout, stderr } = await promqlLint([...args, "-f", "json"], { input });
    const report: unknown = JSON.parse(stdout);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(stderr).toBe("");
  });

  test("places are those of the file", async () => {
    const { stdout } = await promqlLint(["-", "-f", "json"], { input: recording("'{job=~''a''}'") });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      files: [
        {
          path: "stdin",
          diagnostics: [
            {
              code: "regex-without-pattern",
              field: "groups[0].rules[0].expr",
              rule: "r",
              at: { line: 5, column: 16, endLine: 5, endColumn: 18 },
              fixes: [{ safety: "safe", edits: [{ line: 5, column: 16, insert: "=" }] }],
            },
          ],
        },
      ],
      summary: { errors: 0, warnings: 1, infos: 0, fixable: 1, fixableWithReview: 0, files: 1 },
    });
  });
});
