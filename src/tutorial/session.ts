import { attempt, type Attempt } from "./attempt.js";
import { numberInWords } from "../promql/number-words.js";
import type { Classroom } from "./classroom.js";
import type { Exercise, Lesson } from "./lesson.js";

/** How far somebody is, as data that can be kept: exercises are named by their ids. */
export interface Progress {
  readonly version: 1;
  /** The exercise that is being done. */
  readonly exercise: string;
  /** The query that passed, by exercise. */
  readonly solved: Readonly<Record<string, string>>;
  /** How many hints were asked for, by exercise. */
  readonly hints: Readonly<Record<string, number>>;
  /** The exercises whose answers were asked for before they were solved. */
  readonly answers: readonly string[];
}

/** An exercise, where it stands, and what has become of it. */
export interface Place {
  readonly lesson: Lesson;
  readonly exercise: Exercise;
  /** Of the lesson among all, from 1. */
  readonly lessonNumber: number;
  /** Of the exercise within its lesson, from 1. */
  readonly exerciseNumber: number;
  /** The query that passed. */
  readonly solvedBy?: string;
}

/** A hint, or how many there have been. */
export interface Hint {
  /** Markdown; missing where all have been given. */
  readonly text?: string;
  readonly number: number;
  readonly all: number;
}

/** The beginning of a course. Throws a `RangeError` where it has no exercises. */
export function begin(lessons: readonly Lesson[]): Progress {
  const [first] = lessons.flatMap(({ exercises }) => exercises);
  if (!first) throw new RangeError("a course needs an exercise");
  return { version: 1, exercise: first.id, solved: {}, hints: {}, answers: [] };
}

/** Where somebody is; at the beginning, if their exercise is not there any more. */
export function placeOf(lessons: readonly Lesson[], { exercise: id, solved }: Progress): Place {
  const places = lessons.flatMap((lesson, k) =>
    lesson.exercises.map((exercise, n) => ({ lesson, exercise, lessonNumber: k + 1, exerciseNumber: n + 1 })),
  );
  const place = places.find(({ exercise }) => exercise.id === id) ?? places[0];
  if (!place) throw new RangeError("a course needs an exercise");
  const solvedBy = Object.hasOwn(solved, place.exercise.id) ? solved[place.exercise.id] : undefined;
  return { ...place, ...(solvedBy !== undefined && { solvedBy }) };
}

/** Judges a query for the present exercise; progress knows it if it passes and that is certain. The exercise stays the present one. */
export async function submit(
  lessons: readonly Lesson[],
  progress: Progress,
  query: string,
  classroom: Classroom,
): Promise<{ readonly attempt: Attempt; readonly progress: Progress }> {
  const { exercise } = placeOf(lessons, progress);
  const judged = await attempt(query, exercise, classroom);
  return { attempt: judged, progress: noteAttempt(progress, exercise, judged) };
}

/** Notes a query that passes, if that is certain. */
export function noteAttempt(
  progress: Progress,
  { id }: Exercise,
  { query, obstacles, isUndecided }: Attempt,
): Progress {
  if (obstacles.length > 0 || isUndecided) return progress;
  return { ...progress, solved: { ...progress.solved, [id]: query } };
}

/** The next hint of the present exercise. */
export function hint(
  lessons: readonly Lesson[],
  progress: Progress,
): { readonly hint: Hint; readonly progress: Progress } {
  const { id, hints } = placeOf(lessons, progress).exercise;
  const given = Object.hasOwn(progress.hints, id) ? (progress.hints[id] ?? 0) : 0;
  const text = hints[given];
  if (text === undefined) return { hint: { number: hints.length, all: hints.length }, progress };
  const number = given + 1;
  return {
    hint: { text, number, all: hints.length },
    progress: { ...progress, hints: { ...progress.hints, [id]: number } },
  };
}

/** Notes that the answer of the present exercise has been read. */
export function answerShown(lessons: readonly Lesson[], progress: Progress): Progress {
  const { exercise, solvedBy } = placeOf(lessons, progress);
  if (solvedBy !== undefined || progress.answers.includes(exercise.id)) return progress;
  return { ...progress, answers: [...progress.answers, exercise.id] };
}

/** Forgets what has been done in the present exercise. */
export function reset(lessons: readonly Lesson[], progress: Progress): Progress {
  const { id } = placeOf(lessons, progress).exercise;
  const others = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([other]) => other !== id));
  return {
    ...progress,
    solved: others(progress.solved),
    hints: others(progress.hints),
    answers: progress.answers.filter((other) => other !== id),
  };
}

/** Goes on to the next exercise, or back to the one before; nothing where there is none. */
export function step(lessons: readonly Lesson[], progress: Progress, by: 1 | -1): Progress | undefined {
  const ids = idsOf(lessons);
  const at = ids.indexOf(placeOf(lessons, progress).exercise.id) + by;
  const exercise = ids[at];
  return exercise === undefined ? undefined : { ...progress, exercise };
}

/** Goes to a lesson, by its name, its number or words of its name that no other has: to what is not solved there yet. */
export function goTo(lessons: readonly Lesson[], progress: Progress, wanted: string): Progress | undefined {
  const lesson = lessonCalled(lessons, wanted);
  const exercise = lesson?.exercises.find(({ id }) => !Object.hasOwn(progress.solved, id)) ?? lesson?.exercises[0];
  return exercise && { ...progress, exercise: exercise.id };
}

/** How many exercises are solved, and how many there are. */
export function scoreOf(
  lessons: readonly Lesson[],
  { solved }: Progress,
): { readonly solved: number; readonly all: number } {
  const ids = idsOf(lessons);
  return { solved: ids.filter((id) => Object.hasOwn(solved, id)).length, all: ids.length };
}

/** By a name, a title or a number as somebody may write them: `03-counters`, `Counters only grow`, `lesson three again`. */
function lessonCalled(lessons: readonly Lesson[], wanted: string): Lesson | undefined {
  const typed = wanted.trim().toLowerCase();
  const titled = lessons.find(({ title }) => title.toLowerCase() === typed);
  if (titled) return titled;
  const plain = typed
    .replace(/^lesson (?=.)/, "")
    .replace(/(?<=.) again$/, "")
    .replace(/\.md$/, "");
  const text = numberInWords(plain) ?? plain.replace(/ +/g, "-");
  if (/^\d{1,3}$/.test(text)) return lessons.find(({ name }) => Number(/^\d+/.exec(name)?.[0]) === Number(text));
  const exact = lessons.find(({ name }) => name === text);
  const similar = text === "" ? [] : lessons.filter(({ name }) => `-${name}`.includes(`-${text}`));
  return exact ?? (similar.length === 1 ? similar[0] : undefined);
}

function idsOf(lessons: readonly Lesson[]): readonly string[] {
  return lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id));
}
