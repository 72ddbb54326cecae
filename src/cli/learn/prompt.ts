import { createInterface, type Interface } from "node:readline/promises";
import { visible } from "../../report/visible.js";
import { isUnfinished, readOrder } from "./order.js";

/** Completes the end of a line: whole words, and the part of them that is there. */
export type Completer = (line: string) => Promise<[string[], string]>;

const first = "promql> ";
const further = "   ...> ";

/** How much of a line that was not typed at a terminal is repeated, in characters. */
const mostRepeated = 200;

/** Lines of one query; then it is read as it is. */
const mostLines = 100;

/**
 * What is typed at standard input, each time a line or the lines of a query; asks for it on standard output. At a terminal
 * there are history and completion, and Ctrl-C clears the line; elsewhere lines are repeated. Ends with the input.
 */
export async function* typedTexts(completer: Completer): AsyncGenerator<string> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: isTerminal, completer });
  const typed: { lines: readonly string[] } = { lines: [] };
  const ask = (): void => {
    lines.setPrompt(typed.lines.length === 0 ? first : further);
    lines.prompt();
  };
  lines.on("SIGINT", () => {
    const isIdle = lines.line === "" && typed.lines.length === 0;
    clearLine(lines, isIdle ? "`quit` or Ctrl-D leaves." : "");
    typed.lines = [];
    ask();
  });
  ask();
  let isExplained = false;
  for await (const line of lines) {
    if (!isTerminal) process.stdout.write(`${repeated(line)}\n`);
    if (typed.lines.length > 0 && readOrder(line).kind !== "query") {
      yield typed.lines.join("\n");
      typed.lines = [];
    }
    typed.lines = [...typed.lines, line];
    const text = typed.lines.join("\n");
    if (line.trim() === "" || typed.lines.length === mostLines || !isUnfinished(text)) {
      typed.lines = [];
      if (text.trim() !== "") yield text;
    } else if (!isExplained) {
      process.stdout.write("The query is not complete: go on, or end it with an empty line.\n");
      isExplained = true;
    }
    ask();
  }
  if (typed.lines.length > 0) yield typed.lines.join("\n");
  process.stdout.write("\n");
}

function repeated(line: string): string {
  return `${visible(line.slice(0, mostRepeated))}${line.length > mostRepeated ? "…" : ""}`;
}

function clearLine(lines: Interface, remark: string): void {
  for (const name of ["e", "u"]) lines.write(null, { ctrl: true, name });
  process.stdout.write(`^C\n${remark === "" ? "" : `${remark}\n`}`);
}
