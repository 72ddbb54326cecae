import { explain } from "../../analysis/explain/explain.js";
import { check } from "../../check/check.js";
import { visible } from "../../report/visible.js";
import { wrapped } from "../../results/wrap.js";
import { assertNever } from "../../syntax/ast.js";
import { parse } from "../../syntax/parse.js";
import {
  answerShown,
  goTo,
  hint,
  type Place,
  placeOf,
  type Progress,
  reset,
  step,
  submit,
} from "../../tutorial/session.js";
import { needsResult } from "../../tutorial/tree-judge.js";
import { stepsText } from "../explain-query.js";
import { attemptText } from "./attempt-text.js";
import { helpText, linesText, nameText, operationText } from "./help-text.js";
import { askForOrder } from "./meant-order.js";
import type { Order } from "./order.js";
import { exerciseText, lessonList, lessonText, queryText, scoreText } from "./place-text.js";
import type { Room } from "./room.js";

/** Where a learner is, and the last query for this exercise. */
export interface Standing {
  readonly progress: Progress;
  readonly query?: string;
}

/** What is said to an order, and where the learner is then. */
export interface Reply extends Standing {
  readonly text: string;
  readonly ends?: true;
}

/** Does what was asked for. Rejects with a `PrometheusError` where the server cannot be asked. */
export async function obey(order: Order, standing: Standing, room: Room): Promise<Reply> {
  const { lessons, colors, markdown } = room;
  const { progress } = standing;
  const place = placeOf(lessons, progress);
  switch (order.kind) {
    case "query": {
      const meant = await askForOrder(order.query, room.classroom.server);
      if (meant !== undefined) return { ...standing, text: meant };
      const { attempt, progress: after } = await submit(lessons, progress, order.query, room.classroom);
      return { progress: after, query: order.query, text: await attemptText(attempt, place, room) };
    }
    case "hint": {
      const { hint: given, progress: after } = hint(lessons, progress);
      const none = "There are no more hints. `answer` shows an answer.\n";
      const text = given.text === undefined ? none : markdown(`Hint ${given.number} of ${given.all}: ${given.text}`);
      return { ...standing, progress: after, text };
    }
    case "answer": {
      const { answer, lesson } = place.exercise;
      const text = `${queryText(answer, colors.cyan)}${lesson === "" ? "" : `\n${markdown(lesson)}`}`;
      return { ...standing, progress: answerShown(lessons, progress), text: `${text}\nType it yourself to pass.\n` };
    }
    case "explain": {
      const query = order.rest === "" ? lastQuery(standing, room) : order.rest;
      return { ...standing, text: (await operationText(query, place.exercise, room)) ?? explanation(query, room) };
    }
    case "goal":
      return { ...standing, text: exerciseText(place, room) };
    case "text":
      return { ...standing, text: lessonText(place, room) };
    case "next": {
      const last = `This was the last exercise. ${scoreText(lessons, progress)}`;
      const reply = moved(standing, step(lessons, progress, 1), last, room);
      return { ...reply, text: `${unsolvedText(place, room)}${reply.text}` };
    }
    case "back":
      return moved(standing, step(lessons, progress, -1), "This is the first exercise.\n", room);
    case "lesson": {
      if (order.rest === "") return { ...standing, text: lessonList(lessons, progress) };
      const unknown = `There is no lesson \`${visible(order.rest)}\`. Give its number or its name; \`lesson\` lists them.\n`;
      return moved(standing, goTo(lessons, progress, order.rest), unknown, room);
    }
    case "reset": {
      const after = reset(lessons, progress);
      return { progress: after, text: exerciseText(placeOf(lessons, after), room) };
    }
    case "help":
      return {
        ...standing,
        text: order.rest === "" ? helpText(room) : await nameText(order.rest, place.exercise, room),
      };
    case "quit":
      return { ...standing, text: "", ends: true };
    default:
      return assertNever(order);
  }
}

/** Shows the new exercise, after the text of its lesson where that is another one. The last query was one for the old exercise. */
function moved(standing: Standing, after: Progress | undefined, otherwise: string, room: Room): Reply {
  if (!after) return { ...standing, text: otherwise };
  const [from, to] = [placeOf(room.lessons, standing.progress), placeOf(room.lessons, after)];
  const text = from.lesson === to.lesson ? "" : `${lessonText(to, room)}\n`;
  return { progress: after, text: `${text}${exerciseText(to, room)}` };
}

/** Said to somebody who leaves an exercise behind that could be solved here. */
function unsolvedText({ exercise, exerciseNumber, lessonNumber, solvedBy }: Place, { classroom }: Room): string {
  const isDecided = classroom.judgedBy === "result" || !needsResult(exercise, classroom);
  if (solvedBy !== undefined || !isDecided) return "";
  return `Exercise ${exerciseNumber} of lesson ${lessonNumber} is not solved yet; \`back\` returns to it.\n\n`;
}

/** The last query for the present exercise; before there is one, the query to start from. */
export function lastQuery({ query, progress }: Standing, { lessons }: Room): string {
  return query ?? placeOf(lessons, progress).exercise.start;
}

function explanation(query: string, { classroom, colors, width }: Room): string {
  const { expr } = parse(query);
  const [problem] = check(query).filter(({ severity }) => severity === "error");
  if (!expr || problem) {
    const text = `Prometheus rejects the query: ${visible(problem?.message ?? "it cannot be read")}.`;
    return linesText(wrapped(text, width));
  }
  return stepsText(explain(expr, classroom.metrics), query, colors, width);
}
