import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const source = readFileSync(new URL("../../src/cli/tune-v8.ts", import.meta.url), "utf8");
const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });

describe.runIf(process.versions.v8.startsWith("11.3."))("on Node 20", () => {
  test("a function is called three times as often before it is optimised", () => {
    const ratio = callsUntilOptimised("tuneV8()") / callsUntilOptimised("");
    expect(ratio).toBeGreaterThan(2.5);
    expect(ratio).toBeLessThan(3.5);
  });

  test("the heap is collected more often, since it grows less before", () => {
    expect(collections("tuneV8()")).toBeGreaterThan(collections(""));
  });
});

/** How often a function is called before V8 has optimised it. */
function callsUntilOptimised(before: string): number {
  const flags = ["--allow-natives-syntax", "--no-concurrent-recompilation", "--no-use-osr"];
  return answerOf(
    `${before};
    function sum(to) { let all = 0; for (let k = 0; k < to; k++) all += k % 7; return all; }
    %PrepareFunctionForOptimization(sum);
    const isOptimised = 1 << 4;
    let calls = 0;
    while (calls < 1e6 && !(%GetOptimizationStatus(sum) & isOptimised)) { sum(10); calls += 1; }
    console.log(calls);`,
    flags,
  );
}

/** How often the whole heap is collected while 10 MB are kept of what comes and goes. */
function collections(before: string): number {
  const output = outputOf(
    `${before};
    const kept = [];
    for (let k = 0; k < 8_000_000; k++) kept[k % 100_000] = { k, list: [k] };`,
    ["--single-threaded-gc", "--trace-gc"],
  );
  return output.match(/: Mark-/g)?.length ?? 0;
}

/** The number that a program with the module prints in a process of its own. */
function answerOf(program: string, flags: readonly string[]): number {
  return Number(outputOf(program, flags));
}

/** What a program with the module prints in a process of its own. */
function outputOf(program: string, flags: readonly string[]): string {
  const args = [...flags, "--input-type=module", "-e", `${outputText}\n${program}`];
  return execFileSync(process.execPath, args, { encoding: "utf8" });
}
