import { describeName, type Description } from "../../analysis/explain/describe.js";
import { isFunction } from "../../analysis/explain/functions.js";
import { isAggregator } from "../../promql/aggregators.js";
import { visible } from "../../report/visible.js";
import { wrapped } from "../../results/wrap.js";
import { timesOf } from "../../tutorial/attempt.js";
import { otherMeaning } from "../../tutorial/help/other-meaning.js";
import { termMeaning } from "../../tutorial/help/terms.js";
import { examplesOf, wordMeaning, wordMeant } from "../../tutorial/help/word-meaning.js";
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
  "`help gauge` says what the word means, and so with the other words of the lessons, with signs such as `=~`, and with labels such as `mode`.",
  "The Tab key completes names, and the arrow keys bring back what you typed.",
];

/**
 * What is known of a name, such as that of a function or a metric, and how it is written in this exercise; or what a word or a sign
 * means. Rejects with a `PrometheusError` where the server does not answer.
 */
export async function nameText(text: string, exercise: Exercise, room: Room): Promise<string> {
  const name = nameIn(text);
  const { classroom, width } = room;
  const description = describeName(name, classroom.metrics);
  const meaning = wordMeaning(name, examplesOf(exercise, classroom.metrics));
  const described = description ? descriptionLines(description, room) : [];
  const use = meaning === undefined ? [] : wrapped(sentence(meaning), width);
  // What the word means in the field comes before the function of that name.
  if (use.length > 0)
    return linesText(termMeaning(name) === undefined ? [...described, ...use] : [...use, ...described]);
  if (described.length > 0) return linesText(described);
  const other = await otherMeaning(name, exercise, classroom, timesOf(exercise, classroom.now).end);
  return linesText(
    wrapped(other === undefined ? unknownName(name, exercise, room) : visible(`\`${name}\`: ${other}`), width),
  );
}

function unknownName(name: string, exercise: Exercise, { classroom }: Room): string {
  const meant = wordMeant(name);
  const meaning = meant === undefined ? undefined : wordMeaning(meant, examplesOf(exercise, classroom.metrics));
  if (meant !== undefined && meaning !== undefined) {
    return `\`${visible(name)}\` is no word that is known here. Did you mean \`${meant}\`? ${sentence(meaning)}`;
  }
  return `\`${visible(name)}\` is no function, no aggregation, no metric and no word that is known here. \`help\` alone lists what you can type, \`text\` shows the lesson again, which explains its words, and \`explain\` puts a query into words.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What a function or an aggregation does; nothing where a text is the name of neither. */
export function operationText(text: string, exercise: Exercise, room: Room): Promise<string> | undefined {
  const name = nameIn(text);
  return isFunction(name) || isAggregator(name.toLowerCase()) ? nameText(name, exercise, room) : undefined;
}

/** A name without what people write around it. */
function nameIn(text: string): string {
  return text
    .trim()
    .replace(
      /^(?:me |please )*(?:(?:with|about|for|understanding|what is|what are|what does) )?(?:(?:the|an?) )?(?=\S)/i,
      "",
    )
    .replace(/^[`"'](?=.)|(?<=[^`"'?])[`"'?]+$|(?<=\w)\.$/g, "")
    .replace(/(?<=\w)\(\s*\)$/, "");
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
