import { plural } from "../syntax/plural.js";
import type { ExerciseSettings } from "./lesson.js";
import type { Fault } from "./read-exercise.js";
import { type Section, sectionText } from "./sections.js";

/** A lesson in parts. With faults, the parts do not count. */
interface Outline {
  readonly title: string;
  /** What stands between the title and the first exercise. */
  readonly intro: string;
  readonly exercises: readonly { readonly own: ExerciseSettings; readonly sections: readonly Section[] }[];
  readonly faults: readonly Fault[];
}

const exerciseHeading = /^Exercise: +(.+)$/;

/** Divides the sections of a lesson: a title, sections to read, then an exercise for each of the settings. */
export function outlineOf(sections: readonly Section[], settings: readonly ExerciseSettings[]): Outline {
  const starts = sections.flatMap(({ level, title }, k) => (level === 2 && exerciseHeading.test(title) ? [k] : []));
  const exercises = settings.map((own, k) => ({ own, sections: sections.slice(starts[k], starts[k + 1]) }));
  const [title, ...others] = sections.slice(0, starts[0]);
  const intro = [title ? sectionText(title) : "", ...others.map((section) => withHeading(section))].join("\n\n");
  const faults = [...faultsIn(sections, starts, settings)];
  return { title: title?.title ?? "", intro: intro.trim(), exercises, faults };
}

function* faultsIn(
  sections: readonly Section[],
  starts: readonly number[],
  settings: readonly ExerciseSettings[],
): Generator<Fault> {
  const [title] = sections;
  const line = title?.line ?? 1;
  if (title?.level !== 1) {
    yield { line, message: "the lesson has no title", help: "begin its text with a heading such as `# Counters`" };
  }
  if (starts.length !== settings.length) {
    const message = `the text has ${plural(starts.length, "exercise")}, the front matter ${settings.length}`;
    yield { line, message, help: "give each exercise an item of `exercises` and a heading `## Exercise: …`" };
  }
  for (const [k, { level, title: heading, line: there }] of sections.entries()) {
    if (k <= (starts[0] ?? k) || starts.includes(k) || level > 2) continue;
    const message = `\`${heading}\` stands behind the first exercise`;
    yield { line: there, message, help: "move what is to be read before the exercises" };
  }
}

function withHeading(section: Section): string {
  return `${"#".repeat(section.level)} ${section.title}\n\n${sectionText(section)}`;
}
