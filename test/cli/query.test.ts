import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { promqlLint } from "./command.js";
import { folderWith } from "./folder.js";
import { refusalOf } from "./refusal.js";

const load = `load 1m
  up{job="api"}         1x60
  up{job="node"}        0x60
  requests_total        0+60x60
`;

function query(text: string, ...flags: string[]) {
  return promqlLint(["query", text, "--data", "a.test", ...flags], { cwd: folderWith({ "a.test": load }) });
}

describe("exit status", () => {
  test.each<readonly [string, readonly string[], number, string]>([
    ["a result", ["up"], 0, ""],
    ["nothing", ["upp"], 0, ""],
    ["a query that is rejected", ["up{"], 1, "[unclosed-brace]"],
    ["a query that fails", ["up + on() up"], 1, "error: found duplicate series"],
    ["a range vector over a range", ["up[1m]", "--last", "1h"], 1, "[bare-range-vector]"],
    ["a text over a range", ['"some text"', "--last", "1h"], 1, "error: invalid expression type"],
  ])("%s: %j exits with %i", async (_, args, expected, words) => {
    const { status, stdout, stderr } = await promqlLint(["query", ...args, "--data", "a.test"], {
      cwd: folderWith({ "a.test": load }),
    });
    expect(status, stdout + stderr).toBe(expected);
    expect(stderr).toContain(words);
    if (expected > 0) expect(stdout).toBe("");
  });

  test.each<readonly [string, readonly string[], number, string]>([
    ["no query", [], 2, "missing required argument 'query'"],
    ["two queries", ["up", "up"], 2, "too many arguments"],
    ["a time that is none", ["up", "--time", "soon"], 2, "`soon` is no time for --time"],
    ["a duration as a time", ["up", "--time", "5m"], 2, "write `--time -5m`"],
    ["times that contradict each other", ["up", "--time", "now", "--last", "1h"], 2, "leave out one of the two"],
    ["a server and data", ["up", "--server", "http://localhost:1", "--data", "a"], 2, "leave out one of the two"],
    ["query and data from standard input", ["-", "--data", "-"], 2, "both the query and the data"],
    ["a format that there is not", ["up", "-f", "cvs"], 2, "did you mean `csv`?"],
    ["a file that there is not", ["up", "--data", "none"], 3, "none: no such file or folder"],
    ["a file that cannot be written", ["up", "-o", "none/a.csv"], 3, "there is no folder none"],
    ["a server that does not answer", ["up", "--server", "http://127.0.0.1:1"], 3, "cannot reach http://127.0.0.1:1 "],
  ])("%s: %j is refused with %i", async (_, args, expected, words) => {
    const { status, text } = await refusalOf(["query", ...args]);
    expect(status).toBe(expected);
    expect(text).toContain(words);
  });

  test("data that are no text", async () => {
    const latin1 = path.join(folderWith({ latin1: Buffer.from('up{a="\xe9"} 1\n', "latin1") }), "latin1");
    const { status, text } = await refusalOf(["query", "up", "--data", latin1]);
    expect(status).toBe(3);
    expect(text).toContain("latin1: is no valid UTF-8\nhelp: give the text");
  });

  test("data without a series", async () => {
    const { status, stderr } = await promqlLint(["query", "up", "--data", "-"], { input: "load 1m\n  up oops\n" });
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /^promql-lint: .*:2: `oops` is no value.*\npromql-lint: no series could be read from -\nhelp: /,
    );
  });
});

test("people read a table, and why there is none", async () => {
  expect((await query("up")).stdout).toBe(
    "2 series at 1970-01-01T01:00:00Z\nall are up\n\njob   value\napi       1\nnode      0\n",
  );
  const { stdout, stderr } = await query('up{job="nod"} == 0');
  expect(stderr).toBe("");
  expect(stdout).toBe(
    '0 series at 1970-01-01T01:00:00Z\n\nwhy: no series of `up` has `job="nod"`\nhelp: did you mean `node`?\n',
  );
});

test("why a range is empty is asked at its last step", async () => {
  const { stdout } = await query("up", "--last", "5000h", "--step", "3000h");
  expect(stdout).toMatch(
    /^0 series from .*\n\nwhy: `up` has no sample within a day of 1969-10-09T17:00:00Z\nhelp: .*\n$/,
  );
});

test("findings stand below the result, with the types of the data", async () => {
  const { status, stdout } = await query("deriv(requests_total[5m])");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^1 series at .*\n\n1\n\n(?:error|warning): .*\n --> query:1:/);
  expect((await query("deriv(requests_total[5m])", "--no-lint")).stdout).toBe(
    "1 series at 1970-01-01T01:00:00Z\n\n1\n",
  );
});

test("a configuration turns rules off", async () => {
  const files = { "a.test": load, ".promql-lintrc.yaml": "rules: {gauge-function-over-counter: off}" };
  const { stdout } = await promqlLint(["query", "deriv(requests_total[5m])", "--data", "a.test"], {
    cwd: folderWith(files),
  });
  expect(stdout).not.toContain("-->");
});

test("a range is drawn", async () => {
  const { stdout } = await query("rate(requests_total[5m])", "--last", "30m", "--step", "1m");
  expect(stdout).toContain("from 1970-01-01T00:30:00Z to 1970-01-01T01:00:00Z, every 1m\n");
  expect(stdout).toMatch(/^ *min +max +last\n +1 +1 +1$/m);
  const { stdout: ascii } = await query("rate(requests_total[5m])", "--last", "30m", "--ascii");
  expect(ascii).toMatch(/^[\x20-\x7e\n]*$/);
});

test("-f json is the API's answer, and what else is to be said goes to standard error", async () => {
  const { stdout, stderr } = await query("rate(up[5m])", "-f", "json");
  expect(JSON.parse(stdout)).toEqual({
    status: "success",
    data: {
      resultType: "vector",
      result: ["api", "node"].map((job) => ({ metric: { job }, value: [3600, "0"] })),
    },
    infos: ['PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "up" (1:6)'],
  });
  expect(stderr).toContain("[rate-over-gauge]");
  const failed = await query("up{", "-f", "json");
  expect(JSON.parse(failed.stdout)).toEqual({
    status: "error",
    errorType: "bad_data",
    error: "unexpected end of input inside braces",
  });
});

test("-f csv, into a file, of a query from standard input", async () => {
  const cwd = folderWith({ "a.test": load });
  const args = ["query", "-", "--data", "a.test", "-f", "csv", "-o", "out.csv"];
  const { status, stdout } = await promqlLint(args, { cwd, input: "up == 0\n" });
  expect([status, stdout]).toEqual([0, ""]);
  expect(readFileSync(path.join(cwd, "out.csv"), "utf8")).toBe(
    "__name__,job,time,value\r\nup,node,1970-01-01T01:00:00Z,0\r\n",
  );
});

test("without data the demo cluster is asked, always at the same moment", async () => {
  const { status, stdout, stderr } = await promqlLint(["query", 'count(up{job="node-exporter"})']);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toBe("1 series at 2026-03-02T12:00:00Z\n\n3\n");
});
