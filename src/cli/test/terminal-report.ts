import type { Colors } from "../../report/colors.js";
import { visible } from "../../report/visible.js";
import { plural } from "../../syntax/plural.js";
import type { DifferenceLine, TestCase, TestFileOutcome, TestPlace, TestProblem } from "../../testing/outcome.js";
import { countCases, differenceMarks } from "./count.js";

/** What fails, and a summary as the last line. Ends with a line break. */
export function testText(outcomes: readonly TestFileOutcome[], colors: Colors): string {
  const parts = outcomes.flatMap(({ warnings, problems, cases }) => [
    ...warnings.map((warning) => problemText(warning, colors.yellow("warning"), colors)),
    ...problems.map((problem) => problemText(problem, colors.red("failed"), colors)),
    ...cases.filter(({ status }) => status !== "passed").map((each) => caseText(each, colors)),
  ]);
  return `${[...parts, summaryText(outcomes)].join("\n\n")}\n`;
}

function problemText({ at, message, help }: TestProblem, status: string, colors: Colors): string {
  return [`${placeText(at, colors)}: ${status}: ${visible(message)}`, ...helpText(help, colors)].join("\n");
}

function caseText({ at, test, subject, status, message, help, difference }: TestCase, colors: Colors): string {
  const shown = status === "failed" ? colors.red(status) : colors.yellow(status);
  return [
    `${placeText(at, colors)}: ${shown}: ${visible(test)}: ${visible(subject)}`,
    ...(message === undefined ? [] : message.split("\n").map((line) => `  ${visible(line)}`)),
    ...(difference ? ["", ...difference.map((line) => differenceText(line, colors)), ""] : []),
    ...helpText(help, colors),
  ]
    .join("\n")
    .trimEnd();
}

function placeText({ path, line, column }: TestPlace, colors: Colors): string {
  return colors.bold(`${visible(path)}:${line}:${column}`);
}

function helpText(help: string | undefined, colors: Colors): readonly string[] {
  return help === undefined ? [] : [`${colors.cyan("help")}: ${visible(help)}`];
}

function differenceText({ kind, text }: DifferenceLine, colors: Colors): string {
  const line = `  ${differenceMarks[kind]} ${visible(text)}`;
  return kind === "missing" ? colors.red(line) : kind === "unexpected" ? colors.green(line) : line;
}

/** Such as `2 failed, 5 passed, 1 unsupported in 3 files`. */
function summaryText(outcomes: readonly TestFileOutcome[]): string {
  const { failed, passed, unsupported } = countCases(outcomes);
  const counts = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    `${passed} passed`,
    ...(unsupported > 0 ? [`${unsupported} unsupported`] : []),
  ];
  return `${counts.join(", ")} in ${plural(outcomes.length, "file")}`;
}
