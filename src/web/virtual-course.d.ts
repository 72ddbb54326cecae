declare module "virtual:course" {
  import type { Lesson } from "../tutorial/lesson.js";

  /** The course, in its order; its texts are HTML, see `lessonHtml`. */
  export const lessons: readonly Lesson[];
}
