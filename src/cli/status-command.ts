import type { Command } from "commander";
import { colorOption, formatOption, noColorOption } from "./option-kinds.js";
import { addServerOptions } from "./server-options.js";
import type { StatusCommandOptions } from "./status.js";
import { exitHelp } from "./usage.js";

/** Adds `status`. */
export function addStatusCommand(program: Command, finish: (status: number) => void): void {
  const status = program
    .command("status")
    .description("print what a Prometheus server says of itself, and what is odd about it");
  addServerOptions(status, { required: true, several: true })
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("the server answers, whatever is odd about it"))
    .action(async (options: StatusCommandOptions) => {
      const { statusCommand } = await import("./status.js");
      finish(await statusCommand(options));
    });
}
