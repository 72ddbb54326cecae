import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript } from "../../src/testing/run-script.js";

const folder = process.env["PROMQL_CONFORMANCE"];
if (folder === undefined)
  console.info("PROMQL_CONFORMANCE names no folder with promqltest/*.test: these scripts are not run");

describe.skipIf(folder === undefined)("scripts of Prometheus", () => {
  const scripts = folder === undefined ? [] : readdirSync(join(folder, "promqltest"));

  test.each(scripts)("%s passes, but for native histograms", (name) => {
    const { problems, evals } = runScript(readFileSync(join(folder ?? "", "promqltest", name), "utf8"));
    expect(problems).toEqual([]);
    const passed = evals.filter(({ status }) => status === "passed").length;
    const unsupported = evals.filter(({ status }) => status === "unsupported").length;
    console.log(`${name}: ${passed} passed, ${unsupported} unsupported, of ${evals.length}`);
    expect(evals.filter(({ status }) => status === "failed")).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });
});
