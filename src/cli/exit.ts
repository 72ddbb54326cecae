/**
 * What the command's exit status says: `ok` nothing is wrong, or nothing that fails; `findings` something is;
 * `usage` the command was called wrongly; `failure` it could not run; the others that a signal ended it, as a shell says it.
 */
export const exitStatus = {
  ok: 0,
  findings: 1,
  usage: 2,
  failure: 3,
  interrupted: 130,
  terminated: 143,
  hungUp: 129,
} as const;

/** Ends the command with a message on standard error, and no stack trace. */
export class CommandError extends Error {
  readonly status: number;
  readonly help: string | undefined;

  constructor(status: number, message: string, help?: string) {
    super(message);
    this.status = status;
    this.help = help;
  }
}

/** A command that was called wrongly, and what to do. */
export function wrongUse(message: string, help: string): CommandError {
  return new CommandError(exitStatus.usage, message, help);
}
