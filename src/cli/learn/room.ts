import type { Colors } from "../../report/colors.js";
import type { Classroom } from "../../tutorial/classroom.js";
import type { Lesson } from "../../tutorial/lesson.js";
import { colorsFor, showsUnicode, widthOf } from "../terminal.js";
import { markdownText } from "./markdown-text.js";

/** The course, where exercises are done, and how texts are shown. */
export interface Room {
  readonly lessons: readonly Lesson[];
  readonly classroom: Classroom;
  readonly options: { readonly color?: boolean };
  readonly colors: Colors;
  readonly width: number;
  readonly ascii: boolean;
  readonly markdown: (text: string) => string;
}

/** Lines longer than this are hard to read. */
const widest = 100;

/** The room at this terminal. */
export function openRoom(
  lessons: readonly Lesson[],
  classroom: Classroom,
  options: { readonly color?: boolean },
): Room {
  const colors = colorsFor(process.stdout, options.color);
  const width = Math.min(widest, widthOf(process.stdout, 80));
  const markdown = (text: string) => markdownText(text, width, colors);
  return { lessons, classroom, options, colors, width, ascii: !showsUnicode(process.stdout), markdown };
}
