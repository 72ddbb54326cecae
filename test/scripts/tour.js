import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Lints the example rules, and shows what the fixes do to a copy of one. Run by `npm run tour`. */

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = join(root, "dist/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "promql-lint-tour-"));
const before = join(root, "examples/rules/node.yaml");
const after = join(folder, "node.yaml");
/** @type {(text: string) => string} */
const title = process.stdout.isTTY ? (text) => `\x1b[1m${text}\x1b[22m` : (text) => text;

try {
  say("A range vector cannot be graphed or alerted on. promql-lint says so, why, and what was meant:");
  run(root, ["-e", 'node_cpu_seconds_total{mode="idle"}[1m]']);
  say("The same in rule files and PrometheusRule manifests, at the exact line and column:");
  run(root, ["examples/rules"]);
  say("Fixes that may change a result wait for --fix-review. On a copy of examples/rules/node.yaml:");
  copyFileSync(before, after);
  run(folder, ["--fix-review", "node.yaml"]);
  console.log(diff(linesOf(before), linesOf(after)));
  say("Next: `node dist/cli/main.js explain bare-range-vector`, or your own files in place of examples/rules.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} text */
function say(text) {
  console.log(`\n${title(text)}\n`);
}

/**
 * The command fails when it finds errors, which the examples hold on purpose: only other failures count.
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function run(cwd, args) {
  console.log(`$ promql-lint ${args.map((arg) => (/[{[]/.test(arg) ? `'${arg}'` : arg)).join(" ")}`);
  try {
    execFileSync(process.execPath, [command, ...args], { cwd, stdio: "inherit" });
  } catch (error) {
    if (!(error instanceof Error && "status" in error && error.status === 1)) throw error;
  }
}

/** @param {string} path */
function linesOf(path) {
  return readFileSync(path, "utf8").trimEnd().split("\n");
}

/**
 * The lines that differ; a fix adds and removes none.
 * @param {readonly string[]} old
 * @param {readonly string[]} fixed
 */
function diff(old, fixed) {
  return old.flatMap((line, k) => (line === fixed[k] ? [] : [`-${line}`, `+${fixed[k]}`])).join("\n");
}
