import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { promtool } from "../live/program.js";
import { describeLive } from "../live/server.js";
import { promqlLint } from "./command.js";
import { folderWith, recording } from "./folder.js";

const long =
  'sum by (job) (rate(http_requests_total{code=~"5..",job="api"}[5m])) / sum by (job) (rate(http_requests_total{job="api"}[5m]))';

/** Runs the command in a folder with some files. */
async function fmt(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const cwd = folderWith(files);
  const outcome = await promqlLint(["fmt", ...args], { cwd });
  return { ...outcome, cwd, read: (name: string) => readFileSync(path.join(cwd, name), "utf8") };
}

test.each([
  ["CR LF", "sum( up ) >\r\n# why\r\n1\r\n", "  sum(up)\r\n>\r\n  # why\r\n  1\r\n"],
  ["LF", "sum( up ) >\n1\n", "sum(up) > 1\n"],
  ["a byte order mark", "\ufeffsum( up )\n", "\ufeffsum(up)\n"],
])("a query with %s is formatted alike in a file and on standard input", async (_name, text, expected) => {
  const { read } = await fmt({ "a.promql": text }, "a.promql");
  const { status, stdout } = await promqlLint(["fmt", "-"], { input: text });
  expect([read("a.promql"), status, stdout]).toEqual([expected, 0, expected]);
});

describe("promql-lint fmt FILES", () => {
  test("formats files, folders and patterns in place, and says nothing", async () => {
    const files = {
      "a.yaml": recording("sum( up )"),
      "b/c.yml": recording("'up  >1'"),
      "d.promql": "sum(up)by(job)\n",
    };
    const { status, stdout, stderr, read } = await fmt(files, "a.yaml", "b", "*.promql");
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
    expect(read("a.yaml")).toBe(recording("sum(up)"));
    expect(read("b/c.yml")).toBe(recording("'up > 1'"));
    expect(read("d.promql")).toBe("sum by (job) (up)\n");
  });

  test("does not write a file that has nothing to change", async () => {
    const cwd = folderWith({ "a.yaml": recording("sum(up)"), "values.yaml": "a:   b\n" });
    const before = statSync(path.join(cwd, "a.yaml")).mtimeMs;
    expect(await promqlLint(["fmt", "."], { cwd })).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(statSync(path.join(cwd, "a.yaml")).mtimeMs).toBe(before);
    expect(readFileSync(path.join(cwd, "values.yaml"), "utf8")).toBe("a:   b\n");
  });

  test("leaves a query that cannot be read, says so, formats the others and exits with 1", async () => {
    const text = `${recording("sum( up")}  - record: b\n    expr: sum( up )\n`;
    const { status, stdout, stderr, read } = await fmt({ "a.yaml": text }, "a.yaml");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^promql-lint: a\.yaml:5:11: the query stays as it is: /);
    expect(read("a.yaml")).toBe(text.replace("sum( up )", "sum(up)"));
  });

  test("leaves it to lint to say what is wrong with fields", async () => {
    const misspelt = `${recording("sum( up )")}    fro: 5m\n`;
    const { status, stderr, read } = await fmt({ "a.yaml": misspelt }, "a.yaml");
    expect([status, stderr]).toEqual([0, ""]);
    expect(read("a.yaml")).toBe(misspelt.replace("sum( up )", "sum(up)"));
  });

  test("names a file that is no YAML, and leaves it", async () => {
    const broken = "groups:\n- name: a: b\n  expr: sum( up )\n";
    const { status, stderr, read } = await fmt({ "a.yaml": broken }, "a.yaml");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^promql-lint: a\.yaml:2:\d+: The document is not checked, since it is no valid YAML/);
    expect(read("a.yaml")).toBe(broken);
  });

  test("leaves a file that is no UTF-8 byte for byte", async () => {
    const bytes = Buffer.concat([Buffer.from(recording("sum( up )")), Buffer.from([0x23, 0xe9, 0x0a])]);
    const { status, stderr, cwd } = await fmt({ "a.yaml": bytes }, "a.yaml");
    expect(status).toBe(3);
    expect(stderr).toBe("promql-lint: a.yaml: is not formatted, since it is no valid UTF-8: save it as UTF-8 first\n");
    expect(readFileSync(path.join(cwd, "a.yaml")).equals(bytes)).toBe(true);
  });

  test("formats what is there, and exits with 3 where something is missing", async () => {
    const { status, stderr, read } = await fmt({ "a.yaml": recording("sum( up )") }, "none.yaml", "a.yaml");
    expect([status, stderr]).toEqual([3, "promql-lint: none.yaml: no such file or folder\n"]);
    expect(read("a.yaml")).toBe(recording("sum(up)"));
  });

  test.each([
    ["30", "  sum by (job) (\n    http_requests_total\n  )\n>\n  1\n"],
    ["100", "sum by (job) (http_requests_total) > 1\n"],
  ])("--width %s", async (width, expected) => {
    const text = "sum by (job) (http_requests_total) > 1";
    const { status, read } = await fmt({ "a.promql": `${text}\n` }, "--width", width, "a.promql");
    expect(status).toBe(0);
    expect(read("a.promql")).toBe(expected);
  });

  test.each([
    [
      ["--width", "wide"],
      "promql-lint: option '--width <bytes>' argument 'wide' is invalid. It takes a whole number.\n\n" +
        "Usage: promql-lint fmt [options] [files...]\n",
    ],
    [[], "promql-lint: nothing to format\nhelp: name files, folders or patterns, or `-` for standard input\n"],
    [["--fix", "a.yaml"], "promql-lint: unknown option '--fix'\n\nUsage: promql-lint fmt [options] [files...]\n"],
  ])("%j is wrong use", async (args, said) => {
    const { status, stdout, stderr } = await fmt({}, ...args);
    expect([status, stdout, stderr]).toEqual([2, "", said]);
  });
});

describe("promql-lint fmt --check", () => {
  test("changes nothing, names the files that would change, and exits with 1", async () => {
    const files = { "a.yaml": recording("sum( up )"), "b.yaml": recording("sum(up)"), "c.promql": "up  > 1\n" };
    const { status, stdout, stderr, read } = await fmt(files, "--check", ".");
    expect([status, stdout, stderr]).toEqual([1, "a.yaml\nc.promql\n", ""]);
    for (const [name, text] of Object.entries(files)) expect(read(name)).toBe(text);
  });

  test("exits with 0 where nothing would change", async () => {
    const { status, stdout, stderr } = await fmt({ "b.yaml": recording("sum(up)") }, "--check", "b.yaml");
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
  });
});

describe("promql-lint fmt -", () => {
  test.each([
    ["a query", "sum( up )\n", "sum(up)\n"],
    ["a query without a line break", "sum( up )", "sum(up)\n"],
    ["a query with a comment", "# all\nsum( up )", "# all\nsum(up)\n"],
    ["a rule file", recording("sum( up )"), recording("sum(up)")],
  ])("%s", async (_, input, expected) => {
    expect(await promqlLint(["fmt", "-"], { input })).toEqual({ status: 0, stdout: expected, stderr: "" });
  });

  test("a query that cannot be read comes out as it went in", async () => {
    const { status, stdout, stderr } = await promqlLint(["fmt", "-"], { input: "sum( up" });
    expect([status, stdout]).toEqual([1, "sum( up"]);
    expect(stderr).toMatch(/^promql-lint: stdin: the query stays as it is: /);
  });

  test("--check prints its name only", async () => {
    expect(await promqlLint(["fmt", "--check", "-"], { input: "sum( up )" })).toMatchObject({
      status: 1,
      stdout: "-\n",
    });
  });
});

describeLive("promtool", () => {
  test("accepts the formatted files", async () => {
    const written = [
      long,
      `'${long}'`,
      JSON.stringify(long),
      `>-\n      ${long}`,
      `|\n      # why\n      ${long} # all`,
    ];
    const names = written.map((_, k) => `${k}.yaml`);
    const { status, cwd, read } = await fmt(
      Object.fromEntries(written.map((expr, k) => [`${k}.yaml`, recording(expr)])),
      ".",
    );
    expect(status).toBe(0);
    for (const name of names) expect(read(name)).toContain("\n      /\n");
    const said = execFileSync(promtool, ["check", "rules", "--lint=none", ...names], { cwd, encoding: "utf8" });
    expect(said.match(/SUCCESS: 1 rules found/g)).toHaveLength(names.length);
  });
});
