import { Command, Help, type Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { addCatalogueCommands } from "./catalogue-commands.js";
import { addDemoCommand } from "./demo-command.js";
import { addExplainCommand } from "./explain-command.js";
import { addFormatCommand } from "./fmt-command.js";
import { addLearnCommand } from "./learn-command.js";
import { addLintCommand } from "./lint-command.js";
import { addParseCommand } from "./parse-command.js";
import { addQueryCommand } from "./query-command.js";
import { addStatusCommand } from "./status-command.js";
import { addTestCommand } from "./test-command.js";
import { firstSteps, usage } from "./usage.js";
import { sayUsage } from "./wrong-use.js";

/** The commands and their options; each loads what it needs when it runs, and hands its exit status to `finish`. */
export function commands(finish: (status: number) => void): Command {
  const program = new Command("promql-lint")
    .usage(usage.replace(/^promql-lint /, ""))
    .description("Parses, checks, lints and fixes PromQL")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", examples)
    .exitOverride()
    .configureHelp({ optionDescription });
  addLintCommand(program, finish);
  addFormatCommand(program, finish);
  addExplainCommand(program, finish);
  addParseCommand(program, finish);
  addQueryCommand(program, finish);
  addCatalogueCommands(program, finish);
  addLearnCommand(program, finish);
  addTestCommand(program, finish);
  addStatusCommand(program, finish);
  addDemoCommand(program, finish);
  sayUsage(program);
  return program;
}

/** That an option may be given several times, or is off where it is not given, goes without saying. */
function optionDescription(option: Option): string {
  return Help.prototype.optionDescription(option).replace(/ \(default: (?:\[\]|false)\)$/, "");
}

const examples = `
Examples:
  promql-lint rules/                lint the files of a folder
  promql-lint --fix rules/          apply the fixes that never change a result
  promql-lint -e 'rate(up[5m])'     lint one query
  promql-lint query 'sum(up)'       run one on the demo cluster
  promql-lint learn                 learn PromQL by doing

${firstSteps}`;
