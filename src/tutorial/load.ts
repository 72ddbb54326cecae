import { type DataProblem, placed, readData } from "../schema/read-data.js";
import { takenIds } from "../schema/taken-ids.js";
import { validateData } from "../schema/validate.js";
import type { Lesson, LessonSettings } from "./lesson.js";
import { outlineOf } from "./outline.js";
import { type Fault, readExercise } from "./read-exercise.js";
import { lessonSchema } from "./schema.js";
import { sectionsOf } from "./sections.js";

/** Why a lesson cannot be used, and what to do. */
export type LessonProblem = DataProblem;

/** The lessons that could be read, and what is wrong with the others. */
export interface LoadedLessons {
  readonly lessons: readonly Lesson[];
  readonly problems: readonly LessonProblem[];
}

/** Reads lessons in their order; an exercise's id may occur only once among all of them. The paths name the files. */
export async function loadLessons(
  files: Iterable<{ readonly path: string; readonly text: string }>,
): Promise<LoadedLessons> {
  const loaded = await Promise.all(Array.from(files, ({ path, text }) => loadLesson(path, text)));
  const lessons = loaded.flatMap((one) => one.lessons);
  return {
    lessons,
    problems: [
      ...loaded.flatMap((one) => one.problems),
      ...takenIds(
        lessons.flatMap(({ exercises }) => exercises),
        "exercise",
      ),
    ],
  };
}

/** Reads a lesson; one that has problems is left out. */
async function loadLesson(path: string, text: string): Promise<LoadedLessons> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  if (end < 0) {
    const help = "begin the file with `---`, the settings of its exercises, and `---`";
    return refused({ at: { path, line: 1, column: 1 }, message: "the lesson has no front matter", help });
  }
  // An empty line stands for the marks, so that places are those in the file.
  const read = await readData(path, ["", ...lines.slice(1, end)].join("\n"));
  if (!("places" in read)) return refused(read);
  const checked = await validateData<LessonSettings>(read.data, lessonSchema);
  if ("faults" in checked) return refused(...placed(checked.faults, read.places));

  const { level, exercises: settings } = checked.value;
  const { title, intro, exercises: parts, faults } = outlineOf(sectionsOf(lines.slice(end + 1), end + 2), settings);
  const at = ({ line, ...fault }: Fault): LessonProblem => ({ at: { path, line, column: 1 }, ...fault });
  if (faults.length > 0) return refused(...faults.map(at));

  const found = parts.map(({ own, sections }) => readExercise(path, own, sections));
  const problems = found.flatMap((one) => ("id" in one ? [] : one.map(at)));
  if (problems.length > 0) return refused(...problems);
  const exercises = found.flatMap((one) => ("id" in one ? [one] : []));
  const name = path.replace(/^.*\//, "").replace(/\.md$/, "");
  return { lessons: [{ name, title, level, text: intro, exercises }], problems: [] };
}

function refused(...problems: readonly LessonProblem[]): LoadedLessons {
  return { lessons: [], problems };
}
