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

  test("the heap grows less before it is collected", () => {
    expect(largestHeap("tuneV8()") / largestHeap("")).toBeLessThan(0.8);
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

/** The most bytes that are in use while 8 MB are kept of what comes and goes. */
function largestHeap(before: string): number {
  return answerOf(`${before};
    const kept = [];
    let most = 0;
    for (let k = 0; k < 20_000; k++) {
      kept[k % 100] = new Array(10_000).fill(k);
      if (k % 20 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    console.log(most);`);
}

/** The number that a program with the module prints in a process of its own. */
function answerOf(program: string, flags: readonly string[] = []): number {
  const args = [...flags, "--input-type=module", "-e", `${outputText}\n${program}`];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}
