import { CommanderError } from "commander";
import { vi } from "vitest";
import { CommandError, exitStatus } from "../../src/cli/exit.js";
import { commands } from "../../src/cli/program.js";

/** How a command ends that cannot do what it is told. */
export interface Refusal {
  readonly status: number;
  /** What is wrong, and what to do. */
  readonly text: string;
}

/** Runs a command in this process, which is quicker than the built one, and fails where it does not refuse. */
export async function refusalOf(args: readonly string[]): Promise<Refusal> {
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await commands(() => undefined).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError)
      return { status: exitStatus.usage, text: told.mock.calls.map(([text]) => String(text)).join("") };
    if (!(error instanceof CommandError)) throw error;
    return {
      status: error.status,
      text: error.help === undefined ? error.message : `${error.message}\nhelp: ${error.help}`,
    };
  } finally {
    told.mockRestore();
  }
  throw new Error(`\`promql-lint ${args.join(" ")}\` is not refused`);
}
