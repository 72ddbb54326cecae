import { builtinMetrics } from "../metrics/builtin.js";
import { problemsText } from "../catalogue/report.js";
import type { EmbeddedServer } from "../embedded/embedded-server.js";
import type { Classroom } from "../tutorial/attempt.js";
import { complete } from "../tutorial/complete.js";
import { type LoadedLessons, loadLessons } from "../tutorial/load.js";
import { begin, goTo, placeOf, type Progress } from "../tutorial/session.js";
import { CommandError, exitStatus } from "./exit.js";
import { noProgressFile, progressFile, type ProgressFile } from "./learn/progress-file.js";
import { obey, type Standing } from "./learn/obey.js";
import { orders, readOrder } from "./learn/order.js";
import { exerciseText, lessonList, lessonText, scoreText } from "./learn/place-text.js";
import { type Completer, typedTexts } from "./learn/prompt.js";
import { openRoom, type Room } from "./learn/room.js";
import { packageFiles } from "./package-files.js";
import { colorsFor, write } from "./terminal.js";

/** The options of `promql-lint learn`. */
export interface LearnCommandOptions {
  readonly list: boolean;
  readonly fresh: boolean;
  /** Whether progress is kept. */
  readonly save: boolean;
  readonly color?: boolean;
}

/** Teaches PromQL until the learner leaves; returns the exit status. */
export async function learnCommand(lesson: string | undefined, options: LearnCommandOptions): Promise<number> {
  const { lessons } = await readLessons();
  const file = options.save ? progressFile() : noProgressFile;
  const kept = options.fresh ? undefined : await file.load();
  const progress = startAt(lessons, kept ?? begin(lessons), lesson);
  if (options.list) {
    await write(process.stdout, lessonList(lessons, progress));
    return exitStatus.ok;
  }
  const room = openRoom(lessons, await demoClassroom(), options);
  await write(process.stdout, welcome(progress, kept !== undefined, room));
  const left = await teach({ progress }, room, file);
  await write(
    process.stdout,
    `${scoreText(lessons, left)}${options.save ? "`promql-lint learn` goes on from here.\n" : ""}`,
  );
  return exitStatus.ok;
}

async function readLessons(): Promise<LoadedLessons> {
  const loaded = await loadLessons(await packageFiles("examples/lessons", ".md"));
  if (loaded.problems.length === 0) return loaded;
  const text = problemsText(loaded.problems, colorsFor(process.stderr, false));
  throw new CommandError(exitStatus.failure, `the lessons cannot be read:\n${text.trimEnd()}`);
}

/** The demo cluster, which is simulated when it is asked first. */
async function demoClassroom(): Promise<Classroom> {
  const [{ demoNow, demoServer }, { recommended }] = await Promise.all([
    import("../embedded/demo-server.js"),
    import("../../rules/index.js"),
  ]);
  let made: EmbeddedServer | undefined;
  const demo = () => (made ??= demoServer());
  const server: Classroom["server"] = {
    instantQuery: (...asked) => demo().instantQuery(...asked),
    rangeQuery: (...asked) => demo().rangeQuery(...asked),
    labelValues: (...asked) => demo().labelValues(...asked),
    targets: (...asked) => demo().targets(...asked),
  };
  return { server, now: new Date(demoNow), rules: recommended, metrics: builtinMetrics };
}

function startAt(lessons: LoadedLessons["lessons"], progress: Progress, lesson: string | undefined): Progress {
  if (lesson === undefined) return progress;
  const there = goTo(lessons, progress, lesson);
  if (there) return there;
  throw new CommandError(exitStatus.usage, `there is no lesson \`${lesson}\``, "`promql-lint learn --list` lists them");
}

function welcome(progress: Progress, isResumed: boolean, room: Room): string {
  const place = placeOf(room.lessons, progress);
  const start = isResumed
    ? scoreText(room.lessons, progress)
    : "PromQL by doing, on a small cluster that is simulated.\n";
  return `${start}Type a query, or \`help\`.\n\n${lessonText(place, room)}\n${exerciseText(place, room)}\n`;
}

async function teach(start: Standing, room: Room, file: ProgressFile): Promise<Progress> {
  let standing = start;
  for await (const text of typedTexts(completer(room))) {
    const { text: reply, ends, ...after } = await obey(readOrder(text, standing.query), standing, room);
    if (after.progress !== standing.progress) file.save(after.progress);
    standing = after;
    if (ends) break;
    await write(process.stdout, `\n${reply}\n`);
  }
  return standing.progress;
}

/** Completes queries, and orders at the start of a line. */
function completer({ classroom }: Room): Completer {
  return async (line) => {
    const { words, begun } = await complete(line, classroom.server);
    const own = /^[a-z]+$/.test(line) ? Object.keys(orders).filter((word) => word.startsWith(line)) : [];
    return [[...own, ...words], begun];
  };
}
