import { type Command, Option } from "commander";
import type { LearnCommandOptions } from "./learn.js";
import { colorOption, noColorOption, portOption } from "./option-kinds.js";
import { addServerOptions } from "./server-options.js";
import { exitHelp } from "./usage.js";

/** Adds `learn`. */
export function addLearnCommand(program: Command, finish: (status: number) => void): void {
  const web = new Option("--web", "serve the lessons as a page for the browser, until Ctrl-C").default(false);
  const command = program
    .command("learn")
    .description("learn PromQL by doing, on the demo cluster or on a server of your own")
    .argument("[lesson]", "the number or the name of a lesson (default: where you left off)")
    .option("--list", "print the lessons, and which of their exercises you have solved", false)
    .option("--fresh", "start from the beginning, and forget what you have solved", false)
    .option("--no-save", "neither read nor keep how far you are");
  addServerOptions(command);
  web.conflicts(command.options.map((option) => option.attributeName()).filter((name) => name !== "server"));
  command
    .addOption(web)
    .option("--port <number>", "of that page; 0 for one that is free (default: 9191)", portOption)
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("you leave, or the lessons are printed"))
    .action(async (lesson: string | undefined, options: LearnCommandOptions) => {
      const { learnCommand } = await import("./learn.js");
      finish(await learnCommand(lesson, options));
    });
}
