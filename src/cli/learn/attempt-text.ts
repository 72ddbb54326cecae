import { resultUnit } from "../../analysis/explain/explain.js";
import type { Diagnostic } from "../../lint/rule.js";
import { visible } from "../../report/visible.js";
import { answerText } from "../../results/answer-text.js";
import { wrapped } from "../../results/wrap.js";
import { parse } from "../../syntax/parse.js";
import { askedTimes, type Attempt } from "../../tutorial/attempt.js";
import { labelsNamedIn } from "../../tutorial/help/named-labels.js";
import { obstaclesWords, passedWords } from "../../tutorial/help/verdict.js";
import type { Place } from "../../tutorial/session.js";
import { findingsText } from "../query/findings-text.js";
import { decidedElsewhere } from "./place-text.js";
import type { Room } from "./room.js";

/** Rows of a table, or series of a chart. */
const mostRows = 12;

/** The result of a query, what is found in it, and what keeps it from passing or that it passes. */
export async function attemptText(attempt: Attempt, { exercise }: Place, room: Room): Promise<string> {
  const { query, diagnostics, answer, obstacles } = attempt;
  const { colors, width, ascii, classroom } = room;
  const { expr } = parse(query);
  const unit = expr ? resultUnit(expr, classroom.metrics) : undefined;
  const { expr: right } = parse(exercise.answer);
  const preferred = new Set(right ? labelsNamedIn(right) : []);
  const options = { colors, width, ascii, unit, preferred, limit: mostRows };
  const result = answer && answerText(answer.result, askedTimes(exercise, classroom.now), options);
  const findings = await findingsText(query, diagnostics.map(toLearn), room.options, process.stdout);
  const verdict = obstacles.length === 0 ? passedText(attempt, exercise.lesson, room) : obstaclesText(attempt, room);
  return [result, findings, verdict].filter((part) => part !== undefined && part !== "").join("\n");
}

/** A fix would be the answer, and the words of a server are for those who search for them. */
function toLearn(diagnostic: Diagnostic): Diagnostic {
  const { prometheus, ...others } = diagnostic;
  return { ...(prometheus === undefined ? diagnostic : others), fixes: [] };
}

function passedText(attempt: Attempt, lesson: string, { classroom, colors, markdown, width }: Room): string {
  const words = wrapped(visible(passedWords(attempt, classroom.judgedBy)), width)
    .map((line) => (attempt.isUndecided ? line : colors.green(line)))
    .join("\n");
  if (attempt.isUndecided) return `${words}\n\n${markdown(decidedElsewhere)}\n\`next\` goes on.\n`;
  const taught = lesson === "" ? "" : `\n${markdown(lesson)}`;
  return `${words}\n${taught}\n\`next\` goes on.\n`;
}

function obstaclesText(attempt: Attempt, room: Room): string {
  return obstaclesWords(attempt, room.classroom.judgedBy)
    .flatMap(({ message, help }) => [
      remarkText("not yet:", message, room),
      ...(help === undefined ? [] : [remarkText("help:", help, room)]),
    ])
    .join("");
}

/** A sentence with a word before it that says what it is. */
function remarkText(mark: "not yet:" | "help:", text: string, { colors, width }: Room): string {
  const [first = "", ...others] = wrapped(`${mark} ${visible(text)}`, width);
  const painted = mark === "help:" ? colors.bold(mark) : colors.yellow(mark);
  return [`${painted}${first.slice(mark.length)}`, ...others].map((line) => `${line}\n`).join("");
}
