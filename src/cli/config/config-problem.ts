import { exitStatus, CommandError } from "../exit.js";
import { shownPath } from "../paths.js";
import { note } from "../terminal.js";
import { reasonOf } from "../unread.js";

/** What is wrong with a configuration. */
export interface ConfigProblem {
  /** The file, with line and column where it has some: `.promql-lintrc.yaml:3:5`. */
  readonly where: string;
  readonly message: string;
  readonly help?: string;
}

/** Says everything that is wrong with a configuration, and ends the command. */
export function reject(
  problems: readonly [ConfigProblem, ...ConfigProblem[]],
  status: number = exitStatus.usage,
): never {
  const [first, ...others] = problems;
  // The last one is said where the command ends.
  let last = first;
  for (const problem of others) {
    note(textOf(last), last.help);
    last = problem;
  }
  throw new CommandError(status, textOf(last), last.help);
}

/** Ends the command where the file of a configuration cannot be read, by the code of the error. */
export function rejectUnread(file: string, code: string): never {
  reject([{ where: shownPath(file), message: reasonOf(code) }], exitStatus.failure);
}

function textOf({ where, message }: ConfigProblem): string {
  return `${where}: ${message}`;
}
