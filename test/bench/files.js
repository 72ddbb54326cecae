import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main, measureCommands } from "./commands.js";
import { quantile } from "./measure.js";
import { ruleFile } from "./rule-file.js";

const node = process.execPath;

/**
 * The command beside promtool on the same files, all rules on: ten copies of the largest rule file of the corpus. The
 * command lints a query that it meets again one time, so ten files whose queries differ come second. Says what is missing
 * where one of the two is not there.
 *
 * @returns {{ copies: import("./commands.js").MeasuredCommand[], distinct: import("./commands.js").MeasuredCommand[] } | string}
 */
export function measureFiles() {
  const { PROMQL_CORPUS: corpus, PROMQL_PROMETHEUS_BIN: bin } = process.env;
  if (!corpus) return "PROMQL_CORPUS names no folder of rule files";
  if (!bin) return "PROMQL_PROMETHEUS_BIN names no folder that holds promtool";
  const file = join(corpus, "rules", "kube-prometheus-all.yaml");
  if (!existsSync(file)) return `there is no ${file}`;
  const text = readFileSync(file, "utf8");
  const promtool = join(bin, "promtool");
  return {
    copies: besidePromtool(promtool, () => text),
    distinct: besidePromtool(promtool, (k) => text.replace(/(?<![{$])\{(?![{%])/g, `{cluster="c${k}",`)),
  };
}

/**
 * Ten files, by their number.
 *
 * @param {string} promtool
 * @param {(k: number) => string} textOf
 */
function besidePromtool(promtool, textOf) {
  return inFolder((folder) => {
    const files = Array.from({ length: 10 }, (_, k) => join(folder, `rules-${k}.yaml`));
    for (const [k, file] of files.entries()) writeFileSync(file, textOf(k));
    return measureCommands(
      [
        { name: "promtool check rules", program: promtool, args: ["check", "rules", ...files] },
        { name: "promql-lint", program: node, args: [main, ...files] },
      ],
      15,
    );
  });
}

/** The most memory that the command takes for 10,000 rules, none like another, in MB; nothing where it is not built. */
export function measureMemory() {
  if (!existsSync(main)) return undefined;
  return inFolder((folder) => {
    for (let k = 0; k < 10; k++) writeFileSync(join(folder, `rules-${k}.yaml`), ruleFile(k * 1000, 1000));
    const told = 'process.on("exit", () => process.stderr.write(`\\n${process.resourceUsage().maxRSS}`))';
    const args = ["--import", `data:text/javascript,${encodeURIComponent(told)}`, main, "--quiet", folder];
    const { stderr } = spawnSync(node, args, { encoding: "utf8", maxBuffer: 1 << 28 });
    return (Number(stderr.split("\n").at(-1)) * 1024) / 1e6;
  });
}

/**
 * Reading YAML, each time in a process of its own, in turns.
 *
 * @returns {{ name: string, median: number, spread: number }[]}
 */
export function measureReading() {
  const names = read([]).split("\n");
  const times = names.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < 9; round++) {
    for (const [index, name] of names.entries()) times[index]?.push(Number(read([name])));
  }
  return names.map((name, index) => {
    const all = times[index] ?? [];
    const median = quantile(all, 0.5);
    return { name, median, spread: (quantile(all, 0.75) - quantile(all, 0.25)) / 2 / median };
  });
}

/** @param {readonly string[]} args */
function read(args) {
  const { status, stdout, stderr } = spawnSync(node, [join(import.meta.dirname, "read-yaml.js"), ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/**
 * @template T
 * @param {(folder: string) => T} run
 */
function inFolder(run) {
  const folder = mkdtempSync(join(tmpdir(), "promql-lint-bench-"));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
