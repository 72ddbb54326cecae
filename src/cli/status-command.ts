import type { Command } from "commander";
import { colorOption, formatOption, noColorOption, positiveNumber } from "./option-kinds.js";
import type { StatusCommandOptions } from "./status.js";

/** Adds `promql-lint status`, which hands its exit status to `finish`. */
export function addStatusCommand(program: Command, finish: (status: number) => void): void {
  program
    .command("status")
    .description("print what a Prometheus server says of itself, and what is odd about it")
    .requiredOption("--server <url>", "the address of the server, such as http://localhost:9090")
    .option("--timeout <seconds>", "for each request", positiveNumber, 10)
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(async (options: StatusCommandOptions) => {
      const { statusCommand } = await import("./status.js");
      finish(await statusCommand(options));
    });
}
