import { visible } from "../../report/visible.js";
import { plural } from "../../syntax/plural.js";
import { onlyByResult } from "../../tutorial/help/verdict.js";
import { kindWords } from "../../tutorial/kind-words.js";
import type { Lesson } from "../../tutorial/lesson.js";
import { type Place, type Progress, scoreOf } from "../../tutorial/session.js";
import { needsResult } from "../../tutorial/tree-judge.js";
import type { Room } from "./room.js";

/** A lesson to read: its number, its title and its text. */
export function lessonText({ lesson, lessonNumber }: Place, { colors, lessons, markdown }: Room): string {
  const head = `Lesson ${lessonNumber} of ${lessons.length}: ${visible(lesson.title)}`;
  return `${colors.bold(head)}\n\n${markdown(lesson.text)}`;
}

/** An exercise: what is wanted, and the query to start from. */
export function exerciseText(
  { lesson, exercise, exerciseNumber, solvedBy }: Place,
  { classroom, colors, markdown }: Room,
): string {
  const number = lesson.exercises.length > 1 ? ` ${exerciseNumber} of ${lesson.exercises.length}` : "";
  const kind = kindWords(exercise);
  const solved = solvedBy === undefined ? "" : ` ${colors.green("(solved)")}`;
  return [
    `${colors.bold(`Exercise${number}: ${visible(exercise.title)}`)}${solved}\n`,
    markdown(kind === undefined ? exercise.goal : `${exercise.goal} _(${kind}.)_`),
    `Start from this query, which is wrong:\n\n${queryText(exercise.start, colors.cyan)}`,
    ...(classroom.judgedBy === "tree" && needsResult(exercise, classroom) ? [markdown(decidedElsewhere)] : []),
  ].join("\n");
}

/** Said of an exercise that a server of the learner cannot decide; Markdown. */
export const decidedElsewhere = `${onlyByResult} Compare it with the goal; \`answer\` shows a query that is right. Without \`--server\`, this exercise is judged on the demo cluster.`;

/** A query on lines of its own. */
export function queryText(query: string, paint: (text: string) => string): string {
  return query
    .split("\n")
    .map((line) => `  ${paint(visible(line))}\n`)
    .join("");
}

/** All lessons with what is solved of them. */
export function lessonList(lessons: readonly Lesson[], progress: Progress): string {
  const rows = lessons.map(({ name, title, exercises }, k) => {
    const solved = exercises.filter(({ id }) => Object.hasOwn(progress.solved, id)).length;
    const isHere = exercises.some(({ id }) => id === progress.exercise);
    return `${isHere ? ">" : " "} ${String(k + 1).padStart(2)}  ${solved}/${exercises.length}  ${visible(name).padEnd(24)} ${visible(title)}\n`;
  });
  return `${rows.join("")}\n${scoreText(lessons, progress)}`;
}

/** How much is solved. */
export function scoreText(lessons: readonly Lesson[], progress: Progress): string {
  const { solved, all } = scoreOf(lessons, progress);
  return `${solved} of ${plural(all, "exercise")} solved.\n`;
}
