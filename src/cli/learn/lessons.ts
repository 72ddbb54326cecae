import { problemsText } from "../../catalogue/report.js";
import { loadLessons } from "../../tutorial/load.js";
import type { Lesson } from "../../tutorial/lesson.js";
import { goTo, type Progress } from "../../tutorial/session.js";
import { askForName } from "../../promql/spelling.js";
import { CommandError, exitStatus, wrongUse } from "../exit.js";
import { packageFiles } from "../package-files.js";
import { colorsFor } from "../terminal.js";

/** The lessons of the package. */
export async function readLessons(): Promise<readonly Lesson[]> {
  const { lessons, problems } = await loadLessons(await packageFiles("examples/lessons", ".md"));
  if (problems.length === 0) return lessons;
  const text = problemsText(problems, colorsFor(process.stderr, false));
  throw new CommandError(exitStatus.failure, `the lessons cannot be read:\n${text.trimEnd()}`);
}

/** Progress at the lesson that is named, or where it was; ends the command where there is no such lesson. */
export function startAt(lessons: readonly Lesson[], progress: Progress, lesson: string | undefined): Progress {
  if (lesson === undefined) return progress;
  const there = goTo(lessons, progress, lesson);
  if (there) return there;
  const names = lessons.flatMap(({ name }) => [name, name.replace(/^\d+-/, "")]);
  throw wrongUse(
    `there is no lesson \`${lesson}\``,
    askForName(lesson, names) ?? "`promql-lint learn --list` lists them",
  );
}
