import { isBinaryOperator } from "../../promql/operators.js";
import { parse } from "../../syntax/parse.js";

/** What a learner can type besides queries, and what it does; also what `help` prints. */
export const orders = {
  hint: "the next hint",
  answer: "an answer that is right, and what it teaches",
  explain: "your last query in words, or the query that follows",
  goal: "the exercise again",
  text: "the text of the lesson again",
  next: "the next exercise",
  back: "the exercise before",
  lesson: "another lesson, by its number or name; the list, without one",
  reset: "forget what you did in this exercise",
  help: "this list",
  quit: "leave; you can go on later",
} as const satisfies Readonly<Record<string, string>>;

type OrderName = keyof typeof orders;

/** Something that a learner has typed. */
export type Order =
  { readonly kind: OrderName; readonly rest: string } | { readonly kind: "query"; readonly query: string };

/**
 * Reads what was typed: an order, or else a query. Orders beat metrics of the same name. What begins with an operator goes on
 * with the last query.
 */
export function readOrder(text: string, last?: string): Order {
  const [, typed = "", rest = ""] = /^\s*([a-z]+|\?)(?:\s+(.*))?$/is.exec(text.trimEnd()) ?? [];
  const word = typed.toLowerCase();
  const name = aliases.get(word) ?? word;
  if (isOrder(name) && (rest === "" || takesRest.has(name))) return { kind: name, rest };
  return { kind: "query", query: last !== undefined && continues(text) ? `${last}\n${text.trim()}` : text.trim() };
}

const aliases: ReadonlyMap<string, string> = new Map([
  ["?", "help"],
  ["exit", "quit"],
  ["hints", "hint"],
  ["skip", "next"],
  ["solution", "answer"],
  ["previous", "back"],
  ["lessons", "lesson"],
]);

const takesRest: ReadonlySet<OrderName> = new Set<OrderName>(["explain", "lesson"]);

function isOrder(word: string): word is OrderName {
  return Object.hasOwn(orders, word);
}

/** Longer texts are not looked at: they are a query, and too long. */
const longest = 20_000;

/** Whether a query goes on in the next line: a bracket is open, or its end asks for more. */
export function isUnfinished(text: string): boolean {
  if (text.trim() === "" || text.length > longest || readOrder(text).kind !== "query") return false;
  const { problems } = parse(text);
  return problems.length > 0 && problems.every(({ code }) => unfinished.has(code));
}

/** Problems that more text may mend. */
const unfinished: ReadonlySet<string> = new Set([
  "unexpected-end",
  "unclosed-parenthesis",
  "unclosed-brace",
  "unclosed-bracket",
]);

/** Whether a text begins with an operator with which no query can begin. */
function continues(line: string): boolean {
  const [first = ""] = /^(?:[a-z]+|[^\w\s({["'`]+)/.exec(line.trimStart()) ?? [];
  return isBinaryOperator(first) && first !== "+" && first !== "-";
}
