import { exitStatus, CommandError } from "../exit.js";
import { note } from "../terminal.js";

/** What is wrong with a configuration. */
export interface ConfigProblem {
  /** The file, with line and column where it has some: `.promql-lintrc.yaml:3:5`. */
  readonly where: string;
  readonly message: string;
  readonly help?: string;
}

/** Says everything that is wrong with a configuration, and ends the command. */
export function reject(problems: readonly [ConfigProblem, ...ConfigProblem[]]): never {
  const [first, ...others] = problems;
  // The last one is said where the command ends.
  let last = first;
  for (const problem of others) {
    note(textOf(last), last.help);
    last = problem;
  }
  throw new CommandError(exitStatus.usage, textOf(last), last.help);
}

function textOf({ where, message }: ConfigProblem): string {
  return `${where}: ${message}`;
}
