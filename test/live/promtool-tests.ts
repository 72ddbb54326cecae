import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { childrenOf, readXml, type Xml } from "../report/xml.js";
import { promtool } from "./program.js";

/** A file of unit tests beside a rule file. */
export interface PromtoolInput {
  readonly tests: string;
  readonly rules?: string;
}

/** What promtool says of it. */
export interface PromtoolVerdict {
  /** The tests that fail, such as `alert Down at 1m`; `rejected` where nothing of the file runs. */
  readonly fails: readonly string[] | "rejected";
  readonly output: string;
}

/** Runs `promtool test rules` once for some inputs, each in a folder of its own. */
export function promtoolTests(inputs: readonly PromtoolInput[]): readonly PromtoolVerdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), "promql-unit-tests-"));
  try {
    const files = inputs.map(({ tests, rules }, k) => {
      mkdirSync(path.join(folder, String(k)));
      writeFileSync(path.join(folder, `${k}/tests.yml`), tests);
      if (rules !== undefined) writeFileSync(path.join(folder, `${k}/rules.yml`), rules);
      return `${k}/tests.yml`;
    });
    const args = ["test", "rules", "--junit=report.xml", ...files];
    const { error } = spawnSync(promtool, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
    if (error) throw error;
    const report = readXml(readFileSync(path.join(folder, "report.xml"), "utf8"));
    const suites = childrenOf(childrenOf(report, "testsuites")[0] ?? {}, "testsuite");
    return files.map((file) => verdictOf(suites.find((suite) => suite["@name"] === file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file without tests is not in the report. */
function verdictOf(suite: Xml = {}): PromtoolVerdict {
  const cases = childrenOf(suite, "testcase");
  const textsOf = (name: string): string[] =>
    cases.flatMap((each) =>
      childrenOf(each, name).flatMap((element) => (typeof element["#text"] === "string" ? [element["#text"]] : [])),
    );
  const errors = textsOf("error");
  const failures = textsOf("failure");
  const output = [...errors, ...failures].join("\n");
  return { fails: errors.length > 0 || failures.some(isOfRuleFile) ? "rejected" : failures.map(nameOf), output };
}

function isOfRuleFile(failure: string): boolean {
  return /^\d+\/rules\.yml: /.test(failure);
}

function nameOf(failure: string): string {
  const [, alert = "", alertTime = ""] = /^ {4}alertname: (.*), time: (\S+), $/m.exec(failure) ?? [];
  if (alertTime !== "") return `alert ${alert} at ${alertTime}`;
  const [, query = '""', queryTime = ""] = /^ {4}expr: ("(?:[^"\\]|\\.)*"), time: (\S+),/m.exec(failure) ?? [];
  if (queryTime !== "") return `${JSON.parse(query) as string} at ${queryTime}`;
  const [, rule = "", ruleTime = ""] = /^ {4}rule: (.*), time: (\S+), err: /m.exec(failure) ?? [];
  if (ruleTime !== "") return `rule ${rule} at ${ruleTime.replace(/(?<=[hm])0[sm](?:0s)?$/, "")}`;
  const [, time] = /^an item under alert_rule_test .* at eval_time (\S+)/.exec(failure) ?? [];
  return time === undefined ? "input series" : `alert  at ${time}`;
}
