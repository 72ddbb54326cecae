declare module "virtual:course" {
  import type { Lesson } from "../tutorial/lesson.js";

  /** The course, in its order. */
  export const lessons: readonly Lesson[];
}
