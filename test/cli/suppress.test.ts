import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const query = "rate(node_load1[5m]) # promql-lint-disable-line rate-over-gauge -- on purpose";
const stale = "up == 0 # promql-lint-disable-line rate-over-gauge";
const misspelt = "up == 0 # promql-lint-disable-line rate-over-guage";

test.each<[string, string, readonly string[], number, string]>([
  ["is suppressed", query, [], 0, ""],
  ["is told with --no-inline-config", query, ["--no-inline-config"], 1, "[rate-over-gauge]"],
  ["stale: a warning", stale, [], 0, "warning: The comment has no effect: it suppresses nothing [unused-suppression]"],
  ["stale: an error", stale, ["--report-unused-disable-directives"], 1, "error: The comment has no effect"],
  ["stale: nothing with --no-inline-config", stale, ["--no-inline-config"], 0, ""],
  ["of a rule that is off: nothing", stale, ["--rule", "rate-over-gauge:off"], 0, ""],
  ["misspelt: a warning", misspelt, [], 0, "help: did you mean `rate-over-gauge`?"],
])("%s", async (_, expr, options, expected, text) => {
  const cwd = folderWith({
    "q.promql": expr,
    "r.yaml": `groups: [{name: g, rules: [{record: r, expr: '${expr}'}]}]\n`,
  });
  for (const args of [["-e", expr], ["q.promql"], ["r.yaml"]]) {
    const { status, stdout } = await promqlLint([...args, ...options], { cwd });
    expect(status).toBe(expected);
    if (text === "") expect(stdout).toBe("");
    expect(stdout).toContain(text);
  }
});

const finding = "rate(node_load1[5m])";
const record = (name: string, line = ""): string => `  - record: ${name}\n    expr: ${finding}${line}\n`;
const rules = (...parts: readonly string[]): string => `groups:\n- name: g\n  rules:\n${parts.join("")}`;
const fence = (query: string): string => `\`\`\`promql\n${query}\n\`\`\`\n`;

/** The lines of what is still reported. */
test.each<[string, string, string, readonly number[]]>([
  ["the line", "a.yaml", rules(record("a", " # promql-lint-disable-line rate-over-gauge"), record("b")), [7]],
  ["the next line", "a.yaml", rules("  # promql-lint-disable-next-line rate-over-gauge -- why\n", record("a")), []],
  [
    "from one comment to another",
    "a.yaml",
    rules(
      record("a"),
      "  # promql-lint-disable rate-over-gauge\n",
      record("b"),
      "  # promql-lint-enable\n",
      record("c"),
    ),
    [5, 11],
  ],
  ["the rest of the file", "a.yaml", rules(record("a"), "  # promql-lint-disable\n", record("b"), record("c")), [5]],
  ["the file", "a.yaml", rules(record("a"), record("b"), "# promql-lint-disable-file rate-over-gauge\n"), []],
  ["two of its rules", "a.yaml", `# promql-lint-disable-file empty-by, rate-over-gauge\n${rules(record("a"))}`, []],
  ["another rule", "a.yaml", rules(record("a", " # promql-lint-disable-line bare-range-vector")), [5]],
  ["a query, from within", "a.promql", `# promql-lint-disable-file\n${finding}\n`, []],
  ["the next line of a query", "a.promql", `# promql-lint-disable-next-line rate-over-gauge\n${finding}\n`, []],
  ["the next fence", "a.md", `<!-- promql-lint-disable-next-line -->\n${fence(finding)}\n${fence(finding)}`, [7]],
  ["a document", "a.md", `<!-- promql-lint-disable-file rate-over-gauge -- taught here -->\n${fence(finding)}`, []],
])("a comment suppresses %s", async (_, name, text, lines) => {
  const cwd = folderWith({ [name]: text });
  const { status, stdout } = await promqlLint([name, "-f", "compact"], { cwd });
  const found = Array.from(stdout.matchAll(/^a\.\w+:(\d+):.*\[rate-over-gauge\]$/gm), ([, line]) => Number(line));
  expect([status, found]).toEqual([lines.length > 0 ? 1 : 0, lines]);
});

test("what is suppressed is counted in the JSON report", async () => {
  const { stdout } = await promqlLint(["-e", query, "-f", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ files: [{ diagnostics: [] }], summary: { errors: 0, suppressed: 1 } });
});

test("--fix-review repairs nothing that is suppressed, and removes comments that suppress nothing", async () => {
  const yaml = `groups:
- name: g
  rules:
  - record: a
    expr: ${query}
  # promql-lint-disable-next-line rate-over-gauge
  - record: b
    expr: up
`;
  const cwd = folderWith({ "r.yaml": yaml });
  const { status, stdout } = await promqlLint(["r.yaml", "--fix-review"], { cwd });
  expect([status, stdout]).toEqual([0, ""]);
  expect(readFileSync(path.join(cwd, "r.yaml"), "utf8")).toBe(
    yaml.replace(/ {2}# promql-lint-disable-next-line.*\n/, ""),
  );
});

test("--fix leaves a comment without names in a rule file, which may be about other files; elsewhere it removes it", async () => {
  const files = { "r.yaml": recording("up # promql-lint-disable-line"), "q.promql": "up # promql-lint-disable-line" };
  const cwd = folderWith(files);
  const { stdout } = await promqlLint([".", "--fix"], { cwd });
  expect(stdout).toContain("remove it, unless it is about other files");
  expect(readFileSync(path.join(cwd, "r.yaml"), "utf8")).toBe(files["r.yaml"]);
  expect(readFileSync(path.join(cwd, "q.promql"), "utf8")).toBe("up");
});

test("the configuration asks for reasons, and sets how bad a stale comment is", async () => {
  const config = { requireDisableReason: true, reportUnusedDisableDirectives: "off" };
  const cwd = folderWith({ "q.promql": stale, ".promql-lintrc.json": JSON.stringify(config) });
  const { stdout } = await promqlLint(["q.promql", "-f", "compact"], { cwd });
  expect(stdout).toContain("[unexplained-suppression]");
  expect(stdout).not.toContain("[unused-suppression]");
});
