import { formatJson } from "../report/json.js";
import { queryReport } from "../report/report.js";
import { formatTerminal } from "../report/terminal.js";
import { check } from "../check/check.js";
import { parse } from "../syntax/parse.js";
import { CommandError, exitStatus } from "./exit.js";
import { namedFile } from "./find-files.js";
import { readInput } from "./inputs.js";
import { colorsFor, widthOf, write } from "./terminal.js";
import { treeText } from "./tree.js";

/** The options of `promql-lint parse`. */
export interface ParseCommandOptions {
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/** Prints the tree of a query, and why Prometheus rejects it if it does; returns the exit status. */
export async function parseCommand(query: string, options: ParseCommandOptions): Promise<number> {
  const named = namedFile(query);
  const input = named.stdin ? await readInput(named) : undefined;
  if (input && "reason" in input) throw new CommandError(exitStatus.failure, `${input.path}: ${input.reason}`);
  const text = input?.text ?? query;
  const parsed = parse(text);
  const report = queryReport(text, check(parsed), "query");
  const rejected = report.diagnostics.some(({ severity }) => severity === "error");
  if (options.format === "json") {
    await write(process.stdout, `${JSON.stringify({ version: 1, expr: parsed.expr }, null, 2)}\n`);
    if (rejected) await write(process.stderr, formatJson([report]));
  } else {
    const colors = colorsFor(process.stdout, options.color);
    if (parsed.expr) await write(process.stdout, treeText(parsed.expr, text, colors));
    const looks = { colors: colorsFor(process.stderr, options.color), width: widthOf(process.stderr), knowsFix: false };
    if (rejected) await write(process.stderr, formatTerminal([report], looks));
  }
  return rejected ? exitStatus.findings : exitStatus.ok;
}
