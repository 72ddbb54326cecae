import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { progressText, readProgress } from "../../tutorial/saved-progress.js";
import type { Progress } from "../../tutorial/session.js";
import { replaceFile, whyUnwritten } from "../replace-file.js";
import { note } from "../terminal.js";
import { codeOf } from "../unread.js";

/** Where progress is kept between runs. */
export interface ProgressFile {
  /** Nothing where nothing is kept, or where it cannot be read; the learner is told of the latter. */
  readonly load: () => Progress | undefined;
  /** Tells once where it cannot be written. */
  readonly save: (progress: Progress) => void;
}

/** The file of progress, in the folder for the state of programs: `$XDG_STATE_HOME`, or `~/.local/state`. */
export function progressFile(): ProgressFile {
  const file = path.join(stateFolder(), "promql-lint", "course.json");
  let hasFailed = false;
  return {
    load: () => load(file),
    save(progress) {
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        replaceFile(file, (beside) => {
          writeFileSync(beside, progressText(progress));
          return true;
        });
      } catch (error) {
        if (!hasFailed) note(`your progress cannot be kept in ${file}: ${whyUnwritten(error)}`);
        hasFailed = true;
      }
    },
  };
}

/** Progress that is not kept. */
export const noProgressFile: ProgressFile = { load: () => undefined, save: () => undefined };

function load(file: string): Progress | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = codeOf(error);
    if (code !== "ENOENT") note(`${file} cannot be read: ${code}`, "the course starts from the beginning");
    return undefined;
  }
  const progress = readProgress(text);
  if (!progress) setAside(file, text);
  return progress;
}

/** What cannot be read is not overwritten. */
function setAside(file: string, text: string): void {
  const beside = `${file}.unreadable`;
  try {
    writeFileSync(beside, text);
  } catch {
    // It stays where it is until the next exercise is solved.
  }
  note(`${file} holds no progress of the course`, `the course starts from the beginning; a copy is kept in ${beside}`);
}

/** As the XDG specification has it: a path that is not absolute does not count. */
function stateFolder(): string {
  const { XDG_STATE_HOME = "" } = process.env;
  return path.isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : path.join(os.homedir(), ".local", "state");
}
