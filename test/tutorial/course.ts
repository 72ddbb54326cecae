import { readdirSync, readFileSync } from "node:fs";
import { recommended } from "../../rules/index.js";
import { demoServer } from "../../src/embedded/demo-server.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import type { Classroom } from "../../src/tutorial/classroom.js";
import { loadLessons } from "../../src/tutorial/load.js";

const folder = "examples/lessons";

/** The files of the course. */
export const lessonFiles: readonly { readonly path: string; readonly text: string }[] = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .sort()
  .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, "utf8") }));

/** The course as it is shipped. */
export const course = await loadLessons(lessonFiles);

/** The demo cluster, and the rules that are on by default. */
export function demoClassroom(): Classroom {
  const server = demoServer();
  return { server, judgedBy: "result", now: server.now, rules: recommended, metrics: builtinMetrics };
}
