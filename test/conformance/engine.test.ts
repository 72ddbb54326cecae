import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript } from "../../src/testing/run-script.js";

const folder = process.env["PROMQL_CONFORMANCE"];
if (folder === undefined)
  console.info("PROMQL_CONFORMANCE names no folder with promqltest/*.test: these scripts are not run");

describe.skipIf(folder === undefined)("scripts of Prometheus", () => {
  const scripts = folder === undefined ? [] : readdirSync(join(folder, "promqltest"));
  const all = { passed: 0, unsupported: 0 };

  test.each(scripts)("%s passes, but for native histograms", (name) => {
    const { problems, evals } = runScript(readFileSync(join(folder ?? "", "promqltest", name), "utf8"));
    expect(problems).toEqual([]);
    expect(evals.filter(({ status }) => status === "failed")).toEqual([]);
    all.passed += evals.filter(({ status }) => status === "passed").length;
    all.unsupported += evals.filter(({ status }) => status === "unsupported").length;
  });

  test("as many as the architecture page says", () => {
    const page = readFileSync("docs/architecture.md", "utf8");
    const [, passed, total] = /pass, (\d+) `eval`\s+commands of (\d+)/.exec(page) ?? [];
    expect({ passed: Number(passed), total: Number(total) }).toEqual({
      passed: all.passed,
      total: all.passed + all.unsupported,
    });
  });
});
