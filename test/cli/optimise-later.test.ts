import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

const source = readFileSync(new URL("../../src/cli/optimise-later.ts", import.meta.url), "utf8");
const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });

/** How often a function is called before V8 has optimised it, in a process of its own. */
function callsUntilOptimised(before: string): number {
  const program = `${outputText}
    ${before};
    function sum(to) { let all = 0; for (let k = 0; k < to; k++) all += k % 7; return all; }
    %PrepareFunctionForOptimization(sum);
    const isOptimised = 1 << 4;
    let calls = 0;
    while (calls < 1e6 && !(%GetOptimizationStatus(sum) & isOptimised)) { sum(10); calls += 1; }
    console.log(calls);`;
  const flags = ["--allow-natives-syntax", "--no-concurrent-recompilation", "--no-use-osr", "--input-type=module"];
  return Number(execFileSync(process.execPath, [...flags, "-e", program], { encoding: "utf8" }));
}

test.runIf(process.versions.v8.startsWith("11.3."))(
  "a function is called three times as often before it is optimised",
  () => {
    const ratio = callsUntilOptimised("optimiseLater()") / callsUntilOptimised("");
    expect(ratio).toBeGreaterThan(2.5);
    expect(ratio).toBeLessThan(3.5);
  },
);
