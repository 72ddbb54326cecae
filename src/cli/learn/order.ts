import { isBinaryOperator } from "../../promql/operators.js";

/** What a learner can type besides queries, and what it does; also what `help` prints. */
export const orders = {
  hint: "the next hint",
  answer: "an answer that is right, often with what it teaches",
  explain: "your last query in words, at first the one to start from; or the query that follows",
  goal: "the exercise again",
  text: "the text of the lesson again",
  next: "the next exercise",
  back: "the exercise before",
  lesson: "another lesson, by its number, name or title; the list, without one",
  reset: "forget what you did in this exercise",
  help: "this list; or what is known of a function, an aggregation or a metric, by its name, and what a word means",
  quit: "leave; you can go on later",
} as const satisfies Readonly<Record<string, string>>;

type OrderName = keyof typeof orders;

/** Something that a learner has typed. */
export type Order =
  { readonly kind: OrderName; readonly rest: string } | { readonly kind: "query"; readonly query: string };

/**
 * Reads what was typed: an order, or else a query. Orders beat metrics of the same name. What begins with an operator goes on
 * with the last query, or with the one to start from.
 */
export function readOrder(text: string, last?: string): Order {
  const [, typed = "", rest = ""] = /^\s*([a-z]+|\?)(?:\s+(.*))?$/is.exec(text.trimEnd()) ?? [];
  const word = typed.toLowerCase();
  const name = orderNamed(word);
  if (isOrder(name) && (rest === "" || takesRest.has(name))) return { kind: name, rest };
  return {
    kind: "query",
    query: last !== undefined && continues(text) ? `${before(last, text)}\n${text.trim()}` : text.trim(),
  };
}

const aliases: ReadonlyMap<string, string> = new Map([
  ["?", "help"],
  ["exit", "quit"],
  ["bye", "quit"],
  ["menu", "help"],
  ["list", "lesson"],
  ["continue", "next"],
  ["ok", "next"],
  ["restart", "reset"],
  ["hints", "hint"],
  ["skip", "next"],
  ["solution", "answer"],
  ["previous", "back"],
  ["lessons", "lesson"],
]);

/** Every word that is an order, also those that mean another one. */
export const orderWords: readonly string[] = [...Object.keys(orders), ...aliases.keys()].filter((word) => word !== "?");

/** The name of the order that a word stands for. */
export function orderNamed(word: string): string {
  return aliases.get(word) ?? word;
}

const takesRest: ReadonlySet<OrderName> = new Set<OrderName>(["explain", "help", "lesson"]);

function isOrder(word: string): word is OrderName {
  return Object.hasOwn(orders, word);
}

/** The query that a line goes on with: a comparison takes the place of another one which was added before. */
function before(last: string, line: string): string {
  const lines = last.split("\n");
  const isRepeated = lines.length > 1 && isComparison(line) && isComparison(lines.at(-1) ?? "");
  return isRepeated ? lines.slice(0, -1).join("\n") : last;
}

function isComparison(line: string): boolean {
  return /^\s*(?:[=!]=|[<>]=?)(?![/~])/.test(line);
}

/** Whether a text begins with an operator with which no query can begin. */
function continues(line: string): boolean {
  const [first = ""] = /^(?:[a-z]+|[^\w\s({["'`]+)/.exec(line.trimStart()) ?? [];
  return isBinaryOperator(first) && first !== "+" && first !== "-";
}
