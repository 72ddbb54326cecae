import { metricName } from "../../promql/labels.js";
import { isAlike } from "../../promql/spelling.js";
import { parse } from "../../syntax/parse.js";
import type { Classroom } from "../../tutorial/classroom.js";
import { orderNamed, orderWords } from "./order.js";

/** Longer texts are no orders with a typing mistake. */
const longest = 60;

/**
 * Asks for the order that was meant by a word which names no metric, or by words that are no query; nothing where no order is
 * near. Rejects with a `PrometheusError` where the server does not answer.
 */
export async function askForOrder(
  text: string,
  server: Pick<Classroom["server"], "labelValues">,
): Promise<string | undefined> {
  const typed = text.replace(/(?<![.!?])[.!?]+$/, "");
  if (typed.length > longest || !/^[a-z][a-z0-9]*(?: [a-z0-9]+)*$/i.test(typed)) return undefined;
  const words = typed.toLowerCase().split(" ");
  const meant = wordAmong(words);
  if (meant === undefined) return undefined;

  const isQuery = parse(text).problems.length === 0;
  if (isQuery && (words.length > 1 || (await server.labelValues(metricName)).includes(typed))) return undefined;
  return `\`${text}\` is no ${isQuery ? "metric here" : "query"}. Did you mean the order \`${orderNamed(meant)}\`?\n`;
}

/** The first of some words that is an order, or that is probably one. */
function wordAmong(words: readonly string[]): string | undefined {
  const near = words.flatMap((word) => orderWords.find((order) => isAlike(word, order)) ?? []);
  return words.find((word) => orderWords.includes(word)) ?? near[0];
}
