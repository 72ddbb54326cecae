declare module "virtual:course" {
  import type { Lesson } from "../tutorial/lesson.js";

  /** The course, in its order; its texts are HTML, see `lessonHtml`. */
  export const lessons: readonly Lesson[];
}

declare module "virtual:demo-worker" {
  /** Where the program of the worker is. */
  const url: string;
  export default url;
}
