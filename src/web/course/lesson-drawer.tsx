import { useRef } from "preact/hooks";
import { LessonList, type LessonListProps } from "./lesson-list.js";

/** A button that opens the list of lessons above the page. */
export function LessonDrawer(list: Omit<LessonListProps, "onChoose">) {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => drawer.current?.showModal()}>
        All lessons
      </button>
      <dialog
        ref={drawer}
        class="course-drawer"
        aria-labelledby="course-drawer-title"
        onClick={({ target }) => target === drawer.current && close()}
      >
        <div class="course-drawer-content">
          <div class="course-drawer-head">
            <h2 id="course-drawer-title">Lessons</h2>
            <button type="button" onClick={close}>
              Close
            </button>
          </div>
          <LessonList {...list} onChoose={close} />
        </div>
      </dialog>
    </>
  );
}
