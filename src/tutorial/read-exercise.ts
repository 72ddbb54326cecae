import { check } from "../check/check.js";
import { parseDuration } from "../promql/durations.js";
import type { Exercise, ExerciseSettings } from "./lesson.js";
import { blockOf, type Section, sectionText } from "./sections.js";

/** What is wrong with the text of a lesson, in which line, and what to do. */
export interface Fault {
  readonly line: number;
  readonly message: string;
  readonly help: string;
}

/**
 * Reads an exercise: the section of the goal, with the start in a block; sections called `Hint`; one called `Answer`, which
 * begins with the answer in a block.
 */
export function readExercise(
  path: string,
  settings: ExerciseSettings,
  [head, ...sections]: readonly Section[],
): Exercise | readonly Fault[] {
  const line = head?.line ?? 1;
  const faults: Fault[] = [];
  const hints = sections.filter(({ title }) => title === "Hint");
  const answers = sections.filter(({ title }) => title === "Answer");
  for (const { title, line: there } of sections.filter((one) => !["Hint", "Answer"].includes(one.title))) {
    faults.push({ line: there, message: `an exercise has no part \`${title}\``, help: "call it `Hint` or `Answer`" });
  }
  if (hints.length === 0) faults.push({ line, message: "the exercise has no hint", help: "add a part `### Hint`" });
  if (answers.length !== 1) {
    const message = `the exercise has ${answers.length === 0 ? "no answer" : "more than one answer"}`;
    faults.push({ line, message, help: "give it one part `### Answer`" });
  }
  const start = head && blockOf(head.lines, "promql start");
  if (!start) faults.push({ line, message: "the exercise has no start", help: blockHelp("start") });
  const [last] = answers;
  const answer = last && blockOf(last.lines, "promql answer");
  if (last && !answer) faults.push({ line: last.line, message: "the answer has no query", help: blockHelp("answer") });
  if (last && answer) faults.push(...faultsOfAnswer(answer.code, last.line + answer.from + 2));
  if (!head || !start || !last || !answer || faults.length > 0) return faults;

  const goal = [head.lines.slice(0, start.from), head.lines.slice(start.to)].map((lines) => lines.join("\n").trim());
  return {
    ...settings,
    last: seconds(settings.last, 3600),
    step: seconds(settings.step, 60),
    ago: seconds(settings.ago, 0),
    title: head.title.replace(/^Exercise: +/, ""),
    goal: goal.join("\n\n").trim(),
    start: start.code,
    hints: hints.map(sectionText),
    answer: answer.code,
    lesson: last.lines.slice(answer.to).join("\n").trim(),
    at: { path, line, column: 1 },
  };
}

function blockHelp(word: "start" | "answer"): string {
  return `write the query between \`\`\`promql ${word} and \`\`\``;
}

function faultsOfAnswer(query: string, line: number): readonly Fault[] {
  return check(query)
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => ({ line, message: `the answer is rejected: ${message}`, help: "correct the query" }));
}

/** The schema lets nothing else through but durations, perhaps too long ones. */
function seconds(duration: string | undefined, otherwise: number): number {
  const value = duration === undefined ? otherwise : parseDuration(duration);
  return typeof value === "number" ? value : otherwise;
}
