import { createDemo, type Demo } from "../demo/index.js";
import { writeHistory } from "./demo/history.js";
import { exitStatus, wrongUse } from "./exit.js";
import { checkOutputFile } from "./output-file.js";
import { colorsFor, write } from "./terminal.js";

/** The options of `promql-lint demo`. */
export interface DemoCommandOptions {
  readonly serve: boolean;
  readonly host?: string;
  readonly port?: number;
  readonly writeConfig?: string;
  /** A file, or - for standard output. */
  readonly openmetrics?: string;
  /** In seconds. */
  readonly last?: number;
  readonly seed: string;
  /** In milliseconds since 1970. */
  readonly now?: number;
  readonly format: "terminal" | "json";
  readonly color?: boolean;
}

/** Shows, writes and serves the demo cluster; returns the exit status. With `--serve` it only returns when it is interrupted. */
export async function demoCommand(options: DemoCommandOptions): Promise<number> {
  const { serve, seed, openmetrics, last } = options;
  checkOptions(options);
  const now = options.now ?? Date.now();
  const demo = createDemo({ now, seed, ...(serve && { hoursAfter: 24 }) });
  const history = openmetrics === undefined ? undefined : { file: openmetrics, ...(last !== undefined && { last }) };
  if (serve) await serveDemo(demo, options, () => (history ? writeHistory(demo, history) : Promise.resolve()));
  else if (history) await writeHistory(demo, history);
  else await showOverview(demo, options);
  return exitStatus.ok;
}

function checkOptions({ serve, openmetrics, last, now, writeConfig, host, port }: DemoCommandOptions): void {
  const forServing = { "--host": host, "--port": port, "--write-config": writeConfig };
  const [lost] = Object.entries(forServing).find(([, value]) => value !== undefined) ?? [];
  if (lost !== undefined && !serve) throw wrongUse(`${lost} is for a demo that is served`, "add --serve");
  if (last !== undefined && openmetrics === undefined) {
    throw wrongUse("--last is for series that are written", "add --openmetrics FILE");
  }
  if (serve && now !== undefined && now > Date.now()) {
    throw wrongUse("--now is still to come: what is served goes on from it", "give a time before now");
  }
  for (const file of [openmetrics, writeConfig]) {
    if (file === "") throw wrongUse("a file has a name", "name one that is to be written");
    if (file !== undefined && file !== "-") checkOutputFile(file);
  }
}

async function serveDemo(demo: Demo, options: DemoCommandOptions, before: () => Promise<void>): Promise<void> {
  const { serveUntilInterrupted } = await import("./demo/serve-command.js");
  await serveUntilInterrupted(demo, options, before);
}

async function showOverview(demo: Demo, { format, color }: DemoCommandOptions): Promise<void> {
  const { overviewJson, overviewText } = await import("./demo/overview.js");
  const text = format === "json" ? overviewJson(demo) : overviewText(demo, colorsFor(process.stdout, color));
  await write(process.stdout, text);
}
