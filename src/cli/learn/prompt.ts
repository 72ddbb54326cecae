import { createInterface, type Interface } from "node:readline/promises";
import { visible } from "../../report/visible.js";
import { parse } from "../../syntax/parse.js";
import { readOrder } from "./order.js";
import { isBroken, isUnfinished, isWrittenAnew, openBrackets } from "./unfinished.js";

/** Completes the end of a line: whole words, and the part of them that is there. */
export type Completer = (line: string) => Promise<[string[], string]>;

const first = "promql> ";

/** How much of a line that was not typed at a terminal is repeated, in characters. */
const mostRepeated = 200;

/** Lines of one query; then it is read as it is. */
const mostLines = 100;

/**
 * What is typed at standard input, each time a line or the lines of a query; asks for it on standard output. At a terminal
 * there are history, into which each new `start` is put, and completion, and Ctrl-C clears the line; elsewhere lines are repeated.
 * Ends with the input.
 */
export async function* typedTexts(completer: Completer, start: () => string): AsyncGenerator<string> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const input = { input: process.stdin, output: process.stdout, terminal: isTerminal };
  const recalled = { query: inOneLine(start()), history: [inOneLine(start())] };
  const lines = createInterface({ ...input, completer, history: recalled.history });
  lines.on("history", (history: string[]) => {
    recalled.history = history;
  });
  const typed: { lines: readonly string[] } = { lines: [] };
  const ask = (): void => {
    const query = inOneLine(start());
    if (query !== recalled.query) recalled.history.unshift(query);
    recalled.query = query;
    lines.setPrompt(typed.lines.length === 0 ? first : further(typed.lines.join("\n")));
    lines.prompt();
  };
  lines.on("SIGINT", () => {
    const isIdle = lines.line === "" && typed.lines.length === 0;
    clearLine(lines, isIdle ? "`quit` or Ctrl-D leaves." : "");
    typed.lines = [];
    ask();
  });
  ask();
  for await (const written of lines) {
    if (!isTerminal) process.stdout.write(`${repeated(written)}\n`);
    const line = withoutPrompt(written);
    const before = typed.lines.join("\n");
    if (before !== "" && readOrder(line).kind !== "query") {
      yield before;
      typed.lines = [];
    } else if (before !== "" && isWrittenAnew(line, before)) {
      process.stdout.write("This line is read as the query written anew, without what was there before.\n");
      typed.lines = [];
    }
    typed.lines = [...typed.lines, line];
    const text = typed.lines.join("\n");
    if (line.trim() === "" || typed.lines.length === mostLines || !isUnfinished(text)) {
      if (isBrokenOver(typed.lines)) process.stdout.write(`These ${typed.lines.length} lines are read as one query.\n`);
      typed.lines = [];
      if (text.trim() !== "") yield text;
    } else if (typed.lines.length === 1) {
      process.stdout.write(unfinishedText(text));
    }
    ask();
  }
  if (typed.lines.length > 0) yield typed.lines.join("\n");
  process.stdout.write("\n");
}

/** A query as one line, as the history holds it. */
function inOneLine(query: string): string {
  return query.replace(/\s*\n\s*/g, " ");
}

/** A line without the prompt before it, which stays when it is copied. */
export function withoutPrompt(line: string): string {
  return line.replace(/^(?: *promql| {0,3}[({[]{1,3}\.\.\.)> ?/, "");
}

/** The prompt within a query: the innermost open brackets. */
function further(text: string): string {
  return `${openBrackets(text).slice(-3).join("").padStart(3)}...> `;
}

function unfinishedText(text: string): string {
  const [innermost] = openBrackets(text).slice(-1);
  const missing = visible(parse(text).problems[0]?.message ?? "the query is not complete");
  const why = innermost === undefined ? `Go on: ${missing}` : `\`${innermost}\` is still open: go on`;
  return `${why}. An empty line ends the query, Ctrl-C forgets it.\n`;
}

/** Whether several lines are no query together. */
function isBrokenOver(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== "");
  return written.length > 1 && isBroken(written.join("\n"));
}

function repeated(line: string): string {
  return `${visible(line.slice(0, mostRepeated))}${line.length > mostRepeated ? "…" : ""}`;
}

function clearLine(lines: Interface, remark: string): void {
  for (const name of ["e", "u"]) lines.write(null, { ctrl: true, name });
  process.stdout.write(`^C\n${remark === "" ? "" : `${remark}\n`}`);
}
