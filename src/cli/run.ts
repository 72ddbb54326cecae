import { CommanderError } from "commander";
import { visible } from "../report/visible.js";
import { CommandError, exitStatus } from "./exit.js";
import { commands } from "./program.js";
import { handleSignals } from "./signals.js";

/** Runs the command that the arguments of this process name; returns the exit status. */
export async function run(): Promise<number> {
  process.stdout.on("error", onOutputError);
  // Where standard error is closed, nobody can be told, and the work goes on.
  process.stderr.on("error", () => undefined);
  handleSignals();
  let status: number = exitStatus.ok;
  const program = commands((given) => (status = given));
  try {
    await program.parseAsync();
    return status;
  } catch (error) {
    return report(error);
  }
}

/** Says what went wrong, without a stack trace unless one is asked for. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage;
  }
  if (error instanceof CommandError) {
    const help = error.help ? `\nhelp: ${visible(error.help)}` : "";
    process.stderr.write(`promql-lint: ${visible(error.message)}${help}\n`);
    return error.status;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `promql-lint: internal failure: ${visible(message)}\nhelp: set PROMQL_LINT_DEBUG=1 to see where, and report it\n`,
  );
  if (process.env["PROMQL_LINT_DEBUG"] && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  return exitStatus.failure;
}

/** A reader such as `head` that has seen enough closes the pipe: that is no failure. A full disk is one. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  const reason = error.code === "ENOSPC" ? "the disk is full" : visible(error.message);
  process.stderr.write(`promql-lint: the report cannot be written to standard output: ${reason}\n`);
  process.exit(exitStatus.failure);
}
