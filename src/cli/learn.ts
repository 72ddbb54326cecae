import { type PrometheusClient, PrometheusError } from "../prometheus/index.js";
import { visible } from "../report/visible.js";
import type { Classroom } from "../tutorial/classroom.js";
import { complete } from "../tutorial/complete.js";
import { begin, placeOf, type Progress } from "../tutorial/session.js";
import { atPresent } from "../tutorial/server-classroom.js";
import { exitStatus, wrongUse } from "./exit.js";
import { demoClassroom, serverClassroom } from "./learn/classrooms.js";
import { readLessons, startAt } from "./learn/lessons.js";
import { noProgressFile, progressFile, type ProgressFile } from "./learn/progress-file.js";
import { lastQuery, obey, type Reply, type Standing } from "./learn/obey.js";
import { type Order, orders, readOrder } from "./learn/order.js";
import { exerciseText, lessonList, lessonText, scoreText } from "./learn/place-text.js";
import { type Completer, typedTexts } from "./learn/prompt.js";
import { openRoom, type Room } from "./learn/room.js";
import { endedBy } from "./server/server-failure.js";
import { connectFrom, type ServerOptions } from "./server-options.js";
import { hearSignals } from "./signals.js";
import { write } from "./terminal.js";

/** The options of `promql-lint learn`. */
export interface LearnCommandOptions extends ServerOptions {
  /** Whether it is taught on a page for the browser. */
  readonly web: boolean;
  /** Of that page. */
  readonly port?: number;
  readonly list: boolean;
  readonly fresh: boolean;
  /** Whether progress is kept. */
  readonly save: boolean;
  readonly color?: boolean;
}

/** Teaches PromQL until the learner leaves; returns the exit status. */
export async function learnCommand(lesson: string | undefined, options: LearnCommandOptions): Promise<number> {
  if (options.web) return learnInBrowser(lesson, options);
  if (options.port !== undefined) throw wrongUse("--port is for the page of the course", "add --web");
  const client = await connectFrom(options);
  const lessons = await readLessons();
  const file = options.save ? progressFile() : noProgressFile;
  const kept = options.fresh ? undefined : file.load();
  const progress = startAt(lessons, kept ?? begin(lessons), lesson);
  if (options.list) {
    await write(process.stdout, lessonList(lessons, progress));
    return exitStatus.ok;
  }
  // So the terminal, whose keys are read one by one, is given back as it was.
  hearSignals();
  const room = openRoom(lessons, client ? await ownClassroom(client) : await demoClassroom(), options);
  await write(process.stdout, `${introduction(client?.url)}${welcome(progress, kept !== undefined, room)}`);
  // What is opened is where the course goes on, also if nothing is typed.
  if (options.fresh || lesson !== undefined) file.save(progress);
  const left = await teach({ progress }, room, file);
  await write(
    process.stdout,
    `${scoreText(lessons, left)}${options.save ? "`promql-lint learn` goes on from here.\n" : ""}`,
  );
  return exitStatus.ok;
}

async function learnInBrowser(lesson: string | undefined, options: LearnCommandOptions): Promise<number> {
  if (options.server !== undefined) {
    throw wrongUse("the page asks a server itself", "leave out --server, and type its address on the page");
  }
  const { serveLessons } = await import("./learn/web.js");
  await serveLessons(lesson, options.port);
  return exitStatus.ok;
}

async function ownClassroom(client: PrometheusClient): Promise<Classroom> {
  try {
    return await serverClassroom(client);
  } catch (error) {
    throw endedBy(error);
  }
}

/** What somebody has to know who practises on a server. */
function introduction(url: string | undefined): string {
  if (url === undefined) return "";
  return `Queries are asked on ${visible(url)}. The numbers in the lessons are those of the demo cluster.\n`;
}

function welcome(progress: Progress, isResumed: boolean, room: Room): string {
  const place = placeOf(room.lessons, progress);
  const beginning =
    room.classroom.judgedBy === "result" ? "PromQL by doing, on a small cluster that is simulated.\n" : "";
  const start = isResumed ? scoreText(room.lessons, progress) : beginning;
  return `${start}Type a query, or \`help\`.\n\n${lessonText(place, room)}\n${exerciseText(place, room)}\n`;
}

async function teach(start: Standing, room: Room, file: ProgressFile): Promise<Progress> {
  let standing = start;
  for await (const text of typedTexts(completer(room), () => placeOf(room.lessons, standing.progress).exercise.start)) {
    const {
      text: reply,
      ends,
      ...after
    } = await obeyOrTell(readOrder(text, lastQuery(standing, room)), standing, room);
    if (after.progress !== standing.progress) file.save(after.progress);
    standing = after;
    if (ends) break;
    await write(process.stdout, `\n${reply}\n`);
  }
  return standing.progress;
}

/** As `obey`; a server that fails for once does not end the lesson. */
async function obeyOrTell(order: Order, standing: Standing, room: Room): Promise<Reply> {
  try {
    return await obey(order, standing, { ...room, classroom: atPresent(room.classroom) });
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    return { ...standing, text: `The query has no result: ${visible(error.message)}\n` };
  }
}

/** Completes queries, and orders at the start of a line; a server that does not answer knows no names. */
function completer({ classroom }: Room): Completer {
  return async (line) => {
    const own = /^[a-z]+$/.test(line) ? Object.keys(orders).filter((word) => word.startsWith(line)) : [];
    try {
      const { words, begun } = await complete(line, classroom.server);
      return [[...own, ...words], begun];
    } catch (error) {
      if (!(error instanceof PrometheusError)) throw error;
      return [own, line];
    }
  };
}
