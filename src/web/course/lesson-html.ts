import { micromark } from "micromark";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import type { Lesson } from "../../tutorial/lesson.js";

/** A lesson whose texts are HTML instead of Markdown: made when the page is built, so that no browser has to load what reads Markdown. */
export function lessonHtml(lesson: Lesson): Lesson {
  return {
    ...lesson,
    text: markdownHtml(lesson.text),
    exercises: lesson.exercises.map((exercise) => ({
      ...exercise,
      goal: markdownHtml(exercise.goal),
      hints: exercise.hints.map(markdownHtml),
      lesson: markdownHtml(exercise.lesson),
    })),
  };
}

/** Markdown with tables as HTML; HTML in it stays text. */
export function markdownHtml(text: string): string {
  return micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });
}
