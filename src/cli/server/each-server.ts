import { PrometheusError } from "../../prometheus/error.js";
import { CommandError, exitStatus } from "../exit.js";
import { note } from "../terminal.js";
import { endedBy } from "./server-failure.js";

/** What servers have answered, and the exit status for those that have not. */
export interface Answers<T> {
  readonly answers: readonly T[];
  readonly status: number;
}

/**
 * Asks one server after the other. One that cannot be asked is told of, and the others are asked all the same; the
 * command ends where it is the only one.
 */
export async function eachServer<Server, T>(
  servers: readonly Server[],
  ask: (server: Server) => Promise<T>,
): Promise<Answers<T>> {
  const answers: T[] = [];
  let status: number = exitStatus.ok;
  for (const server of servers) {
    try {
      answers.push(await ask(server));
    } catch (error) {
      const ended = error instanceof PrometheusError ? endedBy(error) : error;
      if (servers.length === 1 || !(ended instanceof CommandError)) throw ended;
      note(ended.message, ended.help);
      status = ended.status;
    }
  }
  return { answers, status };
}

/** JSON documents as one: an array where several servers were asked. */
export function jsonOf(documents: readonly string[], asked: number): string {
  return asked === 1 ? documents.join("") : `[${documents.map((text) => text.trimEnd()).join(",\n")}]\n`;
}
