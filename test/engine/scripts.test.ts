import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript } from "../../src/testing/run-script.js";

const folder = "test/engine";

/** What the scripts are to hold that the engine does not support, by file. */
const unsupported: Readonly<Record<string, readonly string[]>> = { "histograms.test": ["native"] };

describe.each(readdirSync(folder).filter((name) => name.endsWith(".test")))("%s", (name) => {
  const { problems, evals } = runScript(readFileSync(join(folder, name), "utf8"));

  test("is read", () => {
    expect(problems).toEqual([]);
    expect(evals.length).toBeGreaterThan(3);
  });

  test.each(evals)("line $line: $query", ({ status, message }) => {
    expect(message ?? "passed", status).toBe(status === "unsupported" ? message : "passed");
  });

  test("reads no native histogram unless it says so", () => {
    const queries = evals.filter(({ status }) => status === "unsupported").map(({ query }) => query);
    expect(queries).toEqual(unsupported[name] ?? []);
  });
});
