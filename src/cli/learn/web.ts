import { begin } from "../../tutorial/session.js";
import { CommandError, exitStatus } from "../exit.js";
import { packagePath } from "../package-files.js";
import { filesBelow } from "../serving/files.js";
import { serve } from "../serving/serve.js";
import { untilInterrupted } from "../serving/until-interrupted.js";
import { readLessons, startAt } from "./lessons.js";
import { webPages } from "./web-pages.js";

/** A browser keeps progress by the address, port included: one that is always the same finds it again. */
const usualPort = 9191;

/** Serves the page of the course on this machine, for this machine alone, until Ctrl-C or SIGTERM. */
export async function serveLessons(lesson: string | undefined, port = usualPort): Promise<void> {
  const place = lesson === undefined ? "" : `#/exercise/${await firstExercise(lesson)}`;
  const find = webPages(builtPage());
  await untilInterrupted(await serve({ name: "the page", find }, { host: "127.0.0.1", port }), (address) => ({
    text: `the lessons are served at http://${address}/${place}`,
    help: "open this address in a browser",
  }));
}

/** The exercise with which a lesson begins. */
async function firstExercise(lesson: string): Promise<string> {
  const lessons = await readLessons();
  return startAt(lessons, begin(lessons), lesson).exercise;
}

/** The files of the page. */
function builtPage(): ReadonlyMap<string, Uint8Array> {
  const folder = packagePath("dist/web");
  try {
    const files = filesBelow(folder);
    if (files.has("index.html")) return files;
  } catch {
    // As if it were empty.
  }
  throw new CommandError(
    exitStatus.failure,
    "the page is not part of this installation",
    "install the package from npm, or build it with `npm run build`; `promql-lint learn` teaches at the terminal",
  );
}
