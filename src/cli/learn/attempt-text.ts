import { resultUnit } from "../../analysis/explain.js";
import { visible } from "../../report/visible.js";
import { answerText, type AskedTimes } from "../../results/answer-text.js";
import { wrapped } from "../../results/wrap.js";
import { parse } from "../../syntax/parse.js";
import { type Attempt, timesOf } from "../../tutorial/attempt.js";
import type { Obstacle } from "../../tutorial/obstacle.js";
import type { Place } from "../../tutorial/session.js";
import { findingsText } from "../query/findings-text.js";
import { onlyByResult } from "./place-text.js";
import type { Room } from "./room.js";

/** Rows of a table, or series of a chart. */
const mostRows = 12;

/** The result of a query, what is found in it, and what keeps it from passing or that it passes. */
export async function attemptText(attempt: Attempt, { exercise }: Place, room: Room): Promise<string> {
  const { query, diagnostics, answer, obstacles } = attempt;
  const { colors, width, ascii, classroom } = room;
  const { expr } = parse(query);
  const unit = expr ? resultUnit(expr, classroom.metrics) : undefined;
  const result =
    answer &&
    answerText(answer.result, askedTimes(exercise, classroom.now), { colors, width, ascii, unit, limit: mostRows });
  // A fix would be the answer.
  const withoutFixes = diagnostics.map((diagnostic) => ({ ...diagnostic, fixes: [] }));
  const findings = await findingsText(query, withoutFixes, room.options, process.stdout);
  const verdict = obstacles.length === 0 ? passedText(attempt, exercise.lesson, room) : obstaclesText(attempt, room);
  return [result, findings, verdict].filter((part) => part !== undefined && part !== "").join("\n");
}

function askedTimes(exercise: Place["exercise"], now: Date): AskedTimes {
  const { start, end, step } = timesOf(exercise, now);
  const seconds = (date: Date) => date.getTime() / 1000;
  if (exercise.kind !== "range") return { kind: "instant", time: seconds(end) };
  return { kind: "range", start: seconds(start), end: seconds(end), step };
}

function passedText({ isUndecided }: Attempt, lesson: string, { classroom, colors, markdown }: Room): string {
  if (isUndecided) return `Nothing speaks against the query.\n\n${markdown(onlyByResult)}\n\`next\` goes on.\n`;
  const taught = lesson === "" ? "" : `\n${markdown(lesson)}`;
  const verdict = classroom.judgedBy === "result" ? "That is right." : "That is right, as far as the query tells.";
  return `${colors.green(verdict)}\n${taught}\n\`next\` goes on.\n`;
}

/** The diagnostics above have said what is found, so that this is said only where nothing else is. */
function obstaclesText({ obstacles, answer }: Attempt, room: Room): string {
  const remarks = obstacles.flatMap(remarksOn);
  const isRight = answer !== undefined && room.classroom.judgedBy === "result";
  const onlyFound = notYet(`${isRight ? "the result is right; " : ""}mend what is found above`);
  return (remarks.length === 0 ? [onlyFound] : remarks).map((remark) => remarkText(remark, room)).join("");
}

/** A sentence with a word before it that says what it is. */
interface Remark {
  readonly mark: "not yet:" | "help:";
  readonly text: string;
}

function notYet(text: string): Remark {
  return { mark: "not yet:", text };
}

function remarkText({ mark, text }: Remark, { colors, width }: Room): string {
  const [first = "", ...others] = wrapped(`${mark} ${visible(text)}`, width);
  const painted = mark === "help:" ? colors.bold(mark) : colors.yellow(mark);
  return [`${painted}${first.slice(mark.length)}`, ...others].map((line) => `${line}\n`).join("");
}

function remarksOn(obstacle: Obstacle): readonly Remark[] {
  switch (obstacle.kind) {
    case "rejected":
      return [notYet("Prometheus rejects the query")];
    case "failed":
      return [notYet(`the query fails: ${obstacle.message}`)];
    case "finding":
      return [];
    case "construct":
      return [notYet(`the query ${obstacle.needs ? "lacks" : "is to do without"} \`${obstacle.name}\``)];
    case "type":
    case "labels":
    case "start":
    case "difference": {
      const { message, help } = obstacle;
      return [notYet(message), ...(help === undefined ? [] : [{ mark: "help:", text: help } as const])];
    }
  }
}
