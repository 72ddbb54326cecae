import { describeName, type Description } from "../../analysis/describe.js";
import { isFunction } from "../../analysis/explain-functions.js";
import { isAggregator } from "../../promql/aggregators.js";
import { visible } from "../../report/visible.js";
import { wrapped } from "../../results/wrap.js";
import { exerciseMetrics } from "../../tutorial/help/exercise-metrics.js";
import { wordMeaning } from "../../tutorial/help/word-meaning.js";
import type { Exercise } from "../../tutorial/lesson.js";
import { orders } from "./order.js";
import type { Room } from "./room.js";

/** What can be typed. */
export function helpText({ width }: Room): string {
  const words = Object.entries(orders).flatMap(([word, meaning]) => {
    const [line, ...rest] = wrapped(meaning, width - 11);
    return [`  ${word.padEnd(8)} ${line ?? ""}`, ...rest.map((one) => `${" ".repeat(11)}${one}`)];
  });
  return linesText([
    ...["Type a query, or one of these words:", "", ...words, ""],
    ...helpSentences.flatMap((sentence) => wrapped(sentence, width)),
  ]);
}

const helpSentences = [
  "A query may have several lines: it goes on while a bracket is open, and with a line that begins with an operator.",
  "`help gauge` says what the word means, and so with the other words of the lessons.",
  "The Tab key completes names, and the arrow keys bring back what you typed.",
];

/** What is known of a name, such as that of a function or a metric, and how it is written in this exercise. */
export function nameText(text: string, exercise: Exercise, room: Room): string {
  const name = nameIn(text);
  const description = describeName(name, room.classroom.metrics);
  const meaning = wordMeaning(name, { names: exerciseMetrics(exercise), metrics: room.classroom.metrics });
  const unknown = `\`${visible(name)}\` is no function, no aggregation, no metric and no word that is known here. \`help\` alone lists what you can type, \`text\` shows the lesson again, which explains its words, and \`explain\` puts a query into words.`;
  const use =
    meaning === undefined ? [] : wrapped(`${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`, room.width);
  const lines = description ? descriptionLines(description, room) : use.length > 0 ? [] : wrapped(unknown, room.width);
  return linesText([...lines, ...use]);
}

/** What a function or an aggregation does; nothing where a text is the name of neither. */
export function operationText(text: string, exercise: Exercise, room: Room): string | undefined {
  const name = nameIn(text);
  return isFunction(name) || isAggregator(name.toLowerCase()) ? nameText(name, exercise, room) : undefined;
}

/** A name without what people write around it. */
function nameIn(text: string): string {
  return text.replace(/^[`"']|(?<![`"'?.])[`"'?.]+$/g, "").replace(/\(\s*\)$/, "");
}

/** An address stays in one piece. */
function descriptionLines({ heading, lines, page }: Description, { colors, width }: Room): readonly string[] {
  return [
    ...wrapped(heading, width).map(colors.bold),
    ...lines.flatMap((line) => wrapped(`${line}.`, width)),
    ...(page === undefined ? [] : [page]),
  ];
}

/** Lines as a text. */
export function linesText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
