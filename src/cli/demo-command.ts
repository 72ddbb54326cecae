import { type Command, Option } from "commander";
import type { DemoCommandOptions } from "./demo.js";
import { colorOption, durationOption, formatOption, momentOption, noColorOption, portOption } from "./option-kinds.js";
import { exitHelp } from "./usage.js";

/** Adds `demo`. */
export function addDemoCommand(program: Command, finish: (status: number) => void): void {
  program
    .command("demo")
    .description("show the demo cluster, write its series for Prometheus, or let Prometheus scrape it")
    .addOption(
      new Option("--serve", "answer Prometheus until Ctrl-C, as the targets of the cluster")
        .default(false)
        .conflicts("format"),
    )
    .option("--host <address>", "where it is served (default: 127.0.0.1)")
    .option("--port <number>", "0 for one that is free (default: 9190)", portOption)
    .option("--write-config <file>", "write a configuration of Prometheus that scrapes what is served")
    .addOption(
      new Option(
        "--openmetrics <file>",
        "write the series up to now as OpenMetrics text; - for standard output",
      ).conflicts("format"),
    )
    .option("--last <duration>", "how much of the past is written (default: all, which is 27h)", durationOption)
    .option("--seed <text>", "another text gives other names and other noise", "demo")
    .option("--now <time>", "when now is, such as 2026-01-15T12:00:00Z or 1768478400 (default: now)", momentOption)
    .addOption(formatOption())
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("it is shown or written, or was served until a signal"))
    .action(async (options: DemoCommandOptions) => {
      const { demoCommand } = await import("./demo.js");
      finish(await demoCommand(options));
    });
}
