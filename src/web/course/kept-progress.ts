import type { Classroom } from "../../tutorial/classroom.js";
import type { Lesson } from "../../tutorial/lesson.js";
import { progressText, readProgress } from "../../tutorial/saved-progress.js";
import { begin, type Progress } from "../../tutorial/session.js";
import type { Kept } from "../kept.js";

/** How far the reader is, in this tab and in others. */
export interface KeptProgress {
  readonly read: () => Progress;
  /**
   * Changes what is kept now, which another tab may have changed since it was read: but for the exercise that is being done,
   * which each tab has for itself.
   */
  readonly change: (by: (progress: Progress) => Progress) => Progress;
  /** Whether the browser keeps it. */
  readonly isKept: () => boolean;
  /** Calls when another tab has changed it; returns what ends that. */
  readonly follow: (changed: (progress: Progress) => void) => () => void;
}

/** What is solved on a server of the reader is kept apart from what is solved on the demo cluster. */
export function keptProgress(lessons: readonly Lesson[], judgedBy: Classroom["judgedBy"], storage: Kept): KeptProgress {
  const key = judgedBy === "result" ? "course" : "course-on-own-server";
  let own = load() ?? begin(lessons);
  let isKept = true;

  function load(): Progress | undefined {
    const text = storage.read(key);
    const progress = text === undefined ? undefined : readProgress(text);
    // What cannot be read is not overwritten.
    if (text !== undefined && !progress) storage.write(`${key}.unreadable`, text);
    return progress;
  }

  function refresh(): Progress {
    own = { ...(load() ?? own), exercise: own.exercise };
    return own;
  }

  return {
    read: () => own,
    change(by) {
      own = by(refresh());
      isKept = storage.write(key, progressText(own));
      return own;
    },
    isKept: () => isKept,
    follow: (changed) => storage.follow(key, () => changed(refresh())),
  };
}
