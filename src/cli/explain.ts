import { all } from "../../rules/index.js";
import { didYouMean } from "../promql/spelling.js";
import { readProblemPage, type ProblemSection } from "../lint/page.js";
import type { Colors } from "../report/colors.js";
import { CommandError, exitStatus } from "./exit.js";
import { explainQuery } from "./explain-query.js";
import { packageFile } from "./package-files.js";
import { colorsFor, write } from "./terminal.js";

/** The options of `promql-lint explain`. */
export interface ExplainCommandOptions {
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/**
 * Prints the page of a rule or the section of a problem, a query in words, or the list of all pages; returns the exit
 * status.
 */
export async function explainCommand(name: string | undefined, options: ExplainCommandOptions): Promise<number> {
  if (name !== undefined && !isName(name)) return explainQuery(name, options);
  if (options.format === "json") {
    throw new CommandError(
      exitStatus.usage,
      "only a query is explained as json",
      "give a query, or leave out `--format`",
    );
  }
  const colors = colorsFor(process.stdout, options.color);
  const problems = readProblemPage((await packageFile("docs/problems.md")).text);
  if (name === undefined) {
    await write(process.stdout, list(problems, colors));
    return exitStatus.ok;
  }
  await write(process.stdout, await pageOf(name, problems));
  return exitStatus.ok;
}

/** Rules and problems are named so; as a query it would be a mere metric, or a difference of metrics. */
function isName(text: string): boolean {
  return /^[\w:]+(?:-[\w:]+)*$/.test(text);
}

async function pageOf(name: string, problems: readonly ProblemSection[]): Promise<string> {
  if (all.some(({ id }) => id === name)) return (await packageFile(`rules/${name}.md`)).text;
  const problem = problems.find(({ code }) => code === name);
  if (problem) return problem.markdown;
  const guess = didYouMean(name, [...all.map(({ id }) => id), ...problems.map(({ code }) => code)]);
  throw new CommandError(
    exitStatus.usage,
    `no rule and no problem is called \`${name}\``,
    guess ? `did you mean \`${guess}\`?` : "see `promql-lint explain` for the list",
  );
}

function list(problems: readonly ProblemSection[], colors: Colors): string {
  const width = Math.max(...all.map(({ id }) => id.length), ...problems.map(({ code }) => code.length));
  const rules = all.map(
    ({ id, severity, summary }) => `  ${colors.bold(id.padEnd(width))}  ${severity.padEnd(7)}  ${summary}`,
  );
  const codes = (part: string): readonly string[] =>
    problems
      .filter((problem) => problem.part === part)
      .map(({ code, summary }) => `  ${colors.bold(code.padEnd(width))}  ${summary.replace(/\.$/, "")}`);
  return [
    "Rules, which find what goes wrong with the result:",
    ...rules,
    "",
    "Problems, for which Prometheus rejects a query:",
    ...codes("Queries"),
    "",
    "Problems, for which a file is not read:",
    ...codes("Files"),
    "",
    "Problems of comments that suppress:",
    ...codes("Comments"),
    "",
    "`promql-lint explain NAME` prints the page of one, `promql-lint explain 'QUERY'` a query in words.",
    "",
  ].join("\n");
}
