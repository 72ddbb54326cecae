import type { Command } from "commander";
import { askForName } from "../promql/spelling.js";
import { visible } from "../report/visible.js";

/** Makes a command, and those below it, say what was probably meant and how they are used where one is called wrongly. */
export function sayUsage(command: Command): void {
  command
    .showSuggestionAfterError(false)
    .showHelpAfterError(`\nUsage: ${command.createHelp().commandUsage(command)}`)
    .configureOutput({
      outputError: (text, write) => write(`${text}${helpFor(text, command)}`),
      writeErr: (text) => void process.stderr.write(withoutControls(text)),
    });
  for (const below of command.commands) sayUsage(below);
}

/** A line with what to do, where an option or a command is given that there is not. */
function helpFor(text: string, command: Command): string {
  const [, kind, name = ""] = /^error: unknown (option|command) '(.*)'\n$/.exec(text) ?? [];
  if (kind === undefined) return "";
  const help = kind === "option" ? optionMeant(name, command) : askForName(name, namesBelow(command));
  return help === undefined ? "" : `help: ${help}\n`;
}

function optionMeant(flag: string, command: Command): string | undefined {
  const word = flag.replace(/^-+|=.*$/g, "");
  const isArgument = command.registeredArguments.some((argument) => argument.name() === word);
  if (isArgument) return `give it without \`--${word}\``;
  const words = flagsOf(command).map((long) => long.replace(/^--/, ""));
  return askForName(word, words)?.replace("`", "`--");
}

/** The long flags of a command, and those that all commands have. */
function flagsOf(command: Command): readonly string[] {
  const own = command.createHelp().visibleOptions(command);
  return [...own.flatMap(({ long }) => long ?? []), ...(command.parent ? flagsOf(command.parent) : [])];
}

function namesBelow(command: Command): readonly string[] {
  const below = command.createHelp().visibleCommands(command);
  return below.map((each) => each.name());
}

/** What commander says, which repeats arguments as they were given. */
function withoutControls(text: string): string {
  const lines = text.replace(/^error: /, "promql-lint: ").split("\n");
  return lines.map(visible).join("\n");
}
