import { parse } from "../syntax/parse.js";
import { askForName } from "../promql/spelling.js";

/** What an argument may have been meant for that is no file. */
export interface Meanings {
  /** Names of commands, of which one may be misspelt; without it, another command is named already. */
  readonly commands?: readonly string[];
  /** What to do with a query. */
  readonly query: string;
}

/** What to do about an argument that is no file, where it tells what it was meant for. */
export function argumentMeant(text: string, { commands = [], query }: Meanings): string | undefined {
  if (isQuery(text)) return `this is a query: ${query}`;
  return askForName(text, commands)?.replace("mean", "mean the command");
}

/** A path of names alone is no query, although PromQL would divide and subtract them. */
function isQuery(text: string): boolean {
  return !/^[\w:./\\-]*$/.test(text) && parse(text).problems.length === 0;
}
