import type { DataText } from "../../embedded/data-server.js";
import type { EmbeddedServer } from "../../embedded/embedded-server.js";
import { momentText } from "../../results/moment.js";
import { CommandError, exitStatus } from "../exit.js";
import { namedFile } from "../find-files.js";
import { readInput } from "../inputs.js";
import { connectFrom, type ServerOptions } from "../server-options.js";
import { note } from "../terminal.js";

/** What is asked. */
export interface Source {
  readonly server: Omit<EmbeddedServer, "now">;
  /** In seconds since 1970: the moment of queries that name none. */
  readonly now: number;
  /** Whether it is a server of its own, which may accept other queries than the embedded engine. */
  readonly isRemote: boolean;
}

/** What says where series come from. */
export interface SourceOptions extends ServerOptions {
  readonly data: readonly string[];
}

/** The server, the files or the demo cluster; ends the command where they cannot be read. */
export async function openSource({ data, ...options }: SourceOptions): Promise<Source> {
  if (options.server !== undefined && data.length > 0) {
    throw new CommandError(exitStatus.usage, "--server and --data both say what is asked", "leave out one of the two");
  }
  const client = await connectFrom(options);
  if (client) return { server: client, now: Math.floor(Date.now() / 1000), isRemote: true };
  const embedded = data.length > 0 ? await openData(data) : await openDemo();
  return { server: embedded, now: embedded.now.getTime() / 1000, isRemote: false };
}

async function openDemo(): Promise<EmbeddedServer> {
  const { demoServer } = await import("../../embedded/demo-server.js");
  return demoServer();
}

async function openData(files: readonly string[]): Promise<EmbeddedServer> {
  const texts = await Promise.all(files.map(readText));
  const { dataServer } = await import("../../embedded/data-server.js");
  const time = Math.floor(Date.now() / 1000);
  const { server, problems, series, untimed } = dataServer(texts, time);
  for (const { path, line, message } of problems) note(`${path}${line === undefined ? "" : `:${line}`}: ${message}`);
  for (const path of untimed) {
    note(`${path}: samples without a time are taken for those of ${momentText(time)}`);
  }
  if (series > 0) return server;
  throw new CommandError(exitStatus.failure, `no series could be read from ${files.join(", ")}`, dataHelp);
}

const dataHelp = "give the text of an exporter, series after `load 30s`, or the JSON of a server's answer to a query";

async function readText(file: string): Promise<DataText> {
  const input = await readInput(namedFile(file));
  if ("reason" in input) throw new CommandError(exitStatus.failure, `${input.path}: ${input.reason}`);
  if (input.damaged) {
    throw new CommandError(exitStatus.failure, `${input.path}: is no valid UTF-8`, dataHelp);
  }
  return { path: input.path, text: input.text };
}
