import { isAggregator } from "../promql/aggregators.js";
import { isBinaryOperator, operatorInfo } from "../promql/operators.js";
import { lex } from "../syntax/lex.js";
import type { Lexeme, LexemeType } from "../syntax/lexeme.js";
import type { ParseOptions } from "../syntax/parse.js";
import { scanString } from "../syntax/scan.js";
import { type Frame, type Frames, isMatchOperator, readFrames } from "./frames.js";

interface Written {
  /** Where what is written begins; it ends at the cursor. */
  readonly from: number;
}

/** Where a name or a text stands that may be quoted: with the quote before it, or nothing. */
interface Quotable extends Written {
  readonly quote: string;
}

/** What can be written at a cursor. */
export type CursorPlace =
  /** A metric, a function or a number; `words` are keywords that may stand there instead. */
  | (Written & { readonly kind: "expression"; readonly call?: string; readonly words: readonly string[] })
  /** What follows an operand. */
  | (Written & { readonly kind: "words"; readonly words: readonly string[] })
  | (Written & { readonly kind: "duration" })
  /** A label in braces; where nothing but a quote stands before it, the name of a metric as well. */
  | (Quotable & { readonly kind: "label"; readonly metric?: string; readonly used: readonly string[] })
  | (Quotable & {
      readonly kind: "value";
      readonly metric?: string;
      readonly label: string;
      readonly pattern: boolean;
    })
  /** A label in a list after `by`, `on` and the like. */
  | (Quotable & { readonly kind: "listed-label"; readonly used: readonly string[] });

/** What can be written at the end of a text that a cursor ends; nothing where no name or word can. */
export function placeAtEnd(before: string, options: ParseOptions): CursorPlace | undefined {
  const { lexemes, comments } = lex(before, options);
  if (comments.at(-1)?.to === before.length) return undefined;
  const whole = lexemes.filter(({ type, to }) => type !== "end" || to < before.length);
  const last = whole.at(-1);
  if (last?.type === "variable" && last.to === before.length) {
    return isWhereDurationStands(whole.slice(0, -1)) ? { kind: "duration", from: last.from } : undefined;
  }
  if (last?.type === "string" && last.to === before.length) {
    const raw = last.raw ?? "";
    return scanString(raw, 0).closed ? undefined : placeInString(last, raw.charAt(0), whole.slice(0, -1));
  }
  const written = startOfWord(before);
  const read = whole.filter(({ to }) => to <= written);
  return placeOfWord(before, written, read, readFrames(read));
}

/** Where the letters and digits before a cursor begin. */
function startOfWord(before: string): number {
  let from = before.length;
  while (from > 0 && /[\w:]/.test(before.charAt(from - 1))) from--;
  return from;
}

function placeInString(string: Lexeme, quote: string, read: readonly Lexeme[]): CursorPlace | undefined {
  const frame = readFrames(read).open.at(-1);
  const from = string.from + 1;
  const previous = read.at(-1);
  if (frame?.kind === "labels") return { kind: "listed-label", from, quote, used: frame.used };
  if (frame?.kind !== "braces") return undefined;
  if (isMatchOperator(previous)) return valuePlace(frame, from, quote, read);
  return previous?.type === "{" || previous?.type === "," ? labelPlace(frame, from, quote) : undefined;
}

type Braces = Extract<Frame, { readonly kind: "braces" }>;

function valuePlace(braces: Braces, from: number, quote: string, read: readonly Lexeme[]): CursorPlace | undefined {
  const [label, operator] = read.slice(-2);
  if (!label || !operator || (label.type !== "identifier" && label.type !== "string")) return undefined;
  const pattern = operator.type === "=~" || operator.type === "!~";
  return { kind: "value", from, quote, label: label.text, pattern, ...metricOf(braces) };
}

function labelPlace(braces: Braces, from: number, quote: string): CursorPlace {
  return { kind: "label", from, quote, used: braces.used, ...metricOf(braces) };
}

function metricOf({ metric }: Braces): { readonly metric?: string } {
  return metric === undefined ? {} : { metric };
}

function placeOfWord(
  before: string,
  from: number,
  read: readonly Lexeme[],
  { open, closed }: Frames,
): CursorPlace | undefined {
  const frame = open.at(-1);
  const previous = read.at(-1);
  const joined = before.charAt(from - 1);
  switch (frame?.kind) {
    case "braces":
      if (isMatchOperator(previous)) return valuePlace(frame, from, "", read);
      return previous?.type === "{" || previous?.type === "," ? labelPlace(frame, from, "") : undefined;
    case "labels":
      if (previous?.type !== "(" && previous?.type !== ",") return undefined;
      return { kind: "listed-label", from, quote: "", used: frame.used };
    case "brackets":
      return durationPlace(before, previous);
    case "call":
    case "parentheses":
    case undefined: {
      if (previous?.type === "keyword" && previous.text === "offset") return durationPlace(before, previous);
      if (previous?.type === "-" && read.at(-2)?.text === "offset") return durationPlace(before, previous);
      // A name that follows another character than these, such as a dot, is none of its own.
      if (joined === "." || joined === "$" || /\d/.test(before.charAt(from))) return undefined;
      return ordinaryPlace(from, read, closed, frame);
    }
  }
}

function isWhereDurationStands(read: readonly Lexeme[]): boolean {
  const last = read.at(-1);
  return readFrames(read).open.at(-1)?.kind === "brackets" || (last?.type === "keyword" && last.text === "offset");
}

/** In brackets and after `offset`: digits, or what comes before them. */
function durationPlace(before: string, previous: Lexeme | undefined): CursorPlace | undefined {
  const follows = previous?.type === "duration" || previous?.type === "number" || previous?.type === "variable";
  if (follows) return undefined;
  const [written = ""] = /\$?(?<![0-9a-z])[0-9a-z]*$/.exec(before) ?? [];
  return { kind: "duration", from: before.length - written.length };
}

function ordinaryPlace(
  from: number,
  read: readonly Lexeme[],
  closed: Frame | undefined,
  frame: Frame | undefined,
): CursorPlace | undefined {
  const previous = read.at(-1);
  const call = frame?.kind === "call" ? { call: frame.name } : {};
  const expression = (words: readonly string[] = []): CursorPlace => ({ kind: "expression", from, words, ...call });
  if (!previous) return expression();
  if (closed?.kind === "labels") return afterLabelList(from, closed, expression);
  if (closed?.kind === "call" && isAggregator(closed.name)) {
    return { kind: "words", from, words: ["by", "without", ...afterOperand] };
  }
  if (previous.type === "@") return { kind: "words", from, words: ["start", "end"] };
  if (previous.type === "keyword") return afterKeyword(previous.text, from, expression);
  if (isBinaryOperator(previous.type)) return expression(wordsAfter(previous.type));
  return endsOfOperands.has(previous.type) ? { kind: "words", from, words: afterOperand } : expression();
}

const endsOfOperands: ReadonlySet<LexemeType> = new Set<LexemeType>([
  ...(["identifier", "metric-identifier", "number", "duration", "string", "variable"] as const),
  ...([")", "}", "]"] as const),
]);

const afterOperand = ["and", "or", "unless", "atan2", "offset"];

function afterLabelList(
  from: number,
  { word, of }: Extract<Frame, { readonly kind: "labels" }>,
  expression: (words?: readonly string[]) => CursorPlace,
): CursorPlace | undefined {
  switch (word) {
    case "by":
    case "without":
      return of === undefined ? { kind: "words", from, words: afterOperand } : undefined;
    case "on":
    case "ignoring":
      return expression(["group_left", "group_right"]);
    case "group_left":
    case "group_right":
      return expression();
  }
}

function afterKeyword(
  word: string,
  from: number,
  expression: (words?: readonly string[]) => CursorPlace,
): CursorPlace | undefined {
  if (isAggregator(word)) return { kind: "words", from, words: ["by", "without"] };
  if (isBinaryOperator(word)) return expression(wordsAfter(word));
  if (word === "bool") return expression(["on", "ignoring"]);
  return word === "group_left" || word === "group_right" ? expression() : undefined;
}

/** The keywords that may follow a binary operator. */
function wordsAfter(operator: Parameters<typeof operatorInfo>[0]): readonly string[] {
  return operatorInfo(operator).class === "comparison" ? ["bool", "on", "ignoring"] : ["on", "ignoring"];
}
