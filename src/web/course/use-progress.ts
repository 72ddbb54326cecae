import { useEffect, useMemo, useState } from "preact/hooks";
import type { Classroom } from "../../tutorial/classroom.js";
import type { Lesson } from "../../tutorial/lesson.js";
import type { Progress } from "../../tutorial/session.js";
import { kept } from "../kept.js";
import { type KeptProgress, keptProgress } from "./kept-progress.js";

/** How far the reader is, and what changes it. */
export interface ProgressInUse {
  readonly progress: Progress;
  readonly change: (by: (progress: Progress) => Progress) => void;
  readonly isKept: boolean;
}

/** The progress that the browser keeps, also where another tab changes it. */
export function useProgress(lessons: readonly Lesson[], judgedBy: Classroom["judgedBy"]): ProgressInUse {
  const store = useMemo(() => keptProgress(lessons, judgedBy, kept), [lessons, judgedBy]);
  const [shown, setShown] = useState<{ readonly store: KeptProgress; readonly progress: Progress }>();
  useEffect(() => store.follow((progress) => setShown({ store, progress })), [store]);
  return {
    progress: shown?.store === store ? shown.progress : store.read(),
    change: (by) => setShown({ store, progress: store.change(by) }),
    isKept: store.isKept(),
  };
}
