import { describe, expect, test } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import { promqlLint } from "./command.js";

describe("promql-lint parse", () => {
  test("prints the tree with spans", async () => {
    const { status, stdout, stderr } = await promqlLint(["parse", 'sum by (job) (rate(up{job!="x"}[5m])) > bool 1']);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`\
Binary > bool 0..46  sum by (job) (rate(up{job!="x"}[5m])) > bool 1
  Aggregation sum by (job) 0..37  sum by (job) (rate(up{job!="x"}[5m]))
    Call rate 14..36  rate(up{job!="x"}[5m])
      RangeSelector 19..35  up{job!="x"}[5m]
        VectorSelector up 19..31  up{job!="x"}
          LabelMatcher job != 22..30  job!="x"
        DurationLiteral 300 s 32..34  5m
  NumberLiteral 45..46  1
`);
  });

  test("prints the tree as JSON", async () => {
    const query = "rate(up[5m] offset 1h)";
    const { status, stdout } = await promqlLint(["parse", query, "-f", "json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ version: 1, expr: parse(query).expr });
  });

  test("reads standard input", async () => {
    const { status, stdout } = await promqlLint(["parse", "-"], { input: "up\n" });
    expect([status, stdout]).toEqual([0, "VectorSelector up 0..2  up\n"]);
  });

  test.each(["terminal", "json"])(
    "a syntax error: the rest of the tree, the error on standard error (%s)",
    async (format) => {
      const { status, stdout, stderr } = await promqlLint(["parse", "rate(up[5m]", "-f", format]);
      expect(status).toBe(1);
      expect(stdout).toContain("RangeSelector");
      expect(stderr).toContain("unclosed-parenthesis");
    },
  );

  test("tells of no option that it does not have", async () => {
    for (const command of ["parse", "explain"]) {
      const { stderr } = await promqlLint([command, "sum(rate(up[5m])"]);
      expect(stderr).toContain("help: add the missing `)`");
      expect(stderr).toMatch(/\n\n1 error\n$/);
    }
  });

  test.each([["parse"], ["parse", "up", "down"], ["parse", "up", "--formt", "json"]])(
    "%s %s %s %s is wrong use",
    async (...args) => {
      const { status, stderr } = await promqlLint(args.filter((arg) => typeof arg === "string"));
      expect(status).toBe(2);
      expect(stderr).toMatch(/^promql-lint: /);
    },
  );

  test.each(["", "(", "{", "up{", '"', "[5m]"])("%j has no whole tree, and no stack trace", async (query) => {
    const { status, stderr } = await promqlLint(["parse", query]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: /);
  });
});
