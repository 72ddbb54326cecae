import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What promtool says of a file of unit tests beside a rule file. */
export interface PromtoolVerdict {
  readonly passes: boolean;
  /** The tests that fail, such as `alert Down at 1m`. */
  readonly fails: readonly string[];
  readonly output: string;
}

/** Runs `promtool test rules` in a folder of its own. */
export async function promtoolTest(tests: string, rules: string | undefined): Promise<PromtoolVerdict> {
  const folder = mkdtempSync(path.join(tmpdir(), "promql-unit-tests-"));
  try {
    writeFileSync(path.join(folder, "tests.yml"), tests);
    if (rules !== undefined) writeFileSync(path.join(folder, "rules.yml"), rules);
    const output = await promtool(folder);
    return { passes: output.includes("  SUCCESS"), fails: failuresIn(output), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function promtool(cwd: string): Promise<string> {
  const command = path.join(process.env["PROMQL_PROMETHEUS_BIN"] ?? "", "promtool");
  return new Promise((resolve, reject) => {
    execFile(
      command,
      ["test", "rules", "tests.yml"],
      { cwd, encoding: "utf8", maxBuffer: 1 << 26 },
      (error, out, err) => {
        const output = out + err;
        if (/SUCCESS|FAILED/.test(output)) resolve(output);
        else reject(error ?? new Error(output));
      },
    );
  });
}

function failuresIn(output: string): readonly string[] {
  const alerts = output.matchAll(/^ {4}alertname: (.*), time: (\S+), $/gm);
  const queries = output.matchAll(/^ {4}expr: ("(?:[^"\\]|\\.)*"), time: (\S+),/gm);
  const rules = output.matchAll(/^ {4}rule: (.*), time: (\S+), err: /gm);
  return [
    ...Array.from(alerts, ([, name = "", time = ""]) => `alert ${name} at ${time}`),
    ...Array.from(queries, ([, text = "", time = ""]) => `${JSON.parse(text) as string} at ${time}`),
    ...Array.from(rules, ([, name = "", time = ""]) => `rule ${name} at ${time.replace(/(?<=[hm])0[sm](?:0s)?$/, "")}`),
    ...Array.from(output.matchAll(/^(?:\d+:\d+: parse error|.*parse error: .* series values)/gm), () => "input series"),
    ...Array.from(
      output.matchAll(/^an item under alert_rule_test .* at eval_time (\S+)/gm),
      ([, time = ""]) => `alert  at ${time}`,
    ),
  ];
}
