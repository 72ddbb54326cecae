import type { Command } from "commander";
import { addConfigOptions, addIgnoreOptions, collect } from "./config-options.js";
import { choice, colorOption, noColorOption } from "./option-kinds.js";
import type { TestCommandOptions } from "./test.js";
import { exitHelp } from "./usage.js";

/** Adds `test`. */
export function addTestCommand(program: Command, finish: (status: number) => void): void {
  const test = program
    .command("test")
    .description("run unit tests of rules, as promtool does, and test scripts of PromQL")
    .argument("[files...]", "files, folders, patterns, or - for standard input")
    .option("--run <regex>", "only tests whose name matches; may be given several times", collect, [])
    .option("--enable-feature <names>", "feature flags of the server, with commas between", collect, [])
    .addOption(choice("-f, --format <format>", "what the report is written for", testFormats, "terminal"))
    .option("-o, --output-file <file>", "write the report into this file");
  addConfigOptions(test);
  addIgnoreOptions(test);
  test
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText("after", exitHelp("every test passes", "a test fails"))
    .action(async (files: string[], options: TestCommandOptions) => {
      const { testCommand } = await import("./test.js");
      finish(await testCommand(files, options));
    });
}

const testFormats = ["terminal", "json", "junit"];
