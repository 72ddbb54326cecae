import { isAggregator } from "../promql/aggregators.js";
import { functionKeywords, isLabelListKeyword, type LabelListKeyword } from "../promql/keywords.js";
import { metricName } from "../promql/labels.js";
import type { Lexeme } from "../syntax/lexeme.js";

/** Something with a beginning and an end. */
export type Frame =
  | { readonly kind: "call"; readonly name: string; argument: number }
  | { readonly kind: "parentheses" }
  /** `of` is the aggregation operator before `by` and `without`. */
  | { readonly kind: "labels"; readonly word: LabelListKeyword; readonly of?: string; readonly used: string[] }
  | { readonly kind: "braces"; metric?: string; readonly used: string[] }
  | { readonly kind: "brackets" };

/** What is open after some lexemes, and what was closed last. */
export interface Frames {
  /** From the outermost to the innermost. */
  readonly open: readonly Frame[];
  /** What the last lexeme closes. */
  readonly closed?: Frame;
}

/** Reads lexemes one by one. What `visit` is given is what is open before a lexeme. */
export function readFrames(
  lexemes: readonly Lexeme[],
  visit?: (lexeme: Lexeme, index: number, frames: Frames) => void,
): Frames {
  const open: Frame[] = [];
  let closed: Frame | undefined;
  for (const [index, lexeme] of lexemes.entries()) {
    const before = closed ? { open, closed } : { open };
    visit?.(lexeme, index, before);
    const opened = openedBy(lexemes, index, closed);
    closed = undefined;
    if (opened) open.push(opened);
    else if (isEnd(lexeme.type)) closed = close(open, lexeme.type);
    else readWithin(open.at(-1), lexeme, lexemes, index);
  }
  return closed ? { open, closed } : { open };
}

/** Whether a lexeme may be the name of a metric or function. */
export function isName({ type }: Lexeme): boolean {
  return type === "identifier" || type === "metric-identifier";
}

/** Whether a lexeme compares a label with a value. */
export function isMatchOperator(lexeme: Lexeme | undefined): boolean {
  const type = lexeme?.type;
  return type === "=" || type === "!=" || type === "=~" || type === "!~";
}

function openedBy(lexemes: readonly Lexeme[], index: number, closed: Frame | undefined): Frame | undefined {
  const previous = lexemes[index - 1];
  const type = lexemes[index]?.type;
  if (type === "(") return parenthesis(lexemes, index, closed);
  if (type === "[") return { kind: "brackets" };
  if (type !== "{") return undefined;
  return { kind: "braces", used: [], ...(previous && isName(previous) && { metric: previous.text }) };
}

function parenthesis(lexemes: readonly Lexeme[], index: number, closed: Frame | undefined): Frame {
  const previous = lexemes[index - 1];
  if (closed?.kind === "labels" && closed.of !== undefined) return call(closed.of);
  if (!previous) return { kind: "parentheses" };
  if (isName(previous)) return call(previous.text);
  if (previous.type !== "keyword") return { kind: "parentheses" };
  if (isLabelListKeyword(previous.text)) {
    const before = lexemes[index - 2];
    const of = before?.type === "keyword" && isAggregator(before.text) ? { of: before.text } : {};
    return { kind: "labels", word: previous.text, used: [], ...of };
  }
  const isCall = isAggregator(previous.text) || functionKeywords.has(previous.text);
  return isCall ? call(previous.text) : { kind: "parentheses" };
}

function call(name: string): Frame {
  return { kind: "call", name, argument: 0 };
}

const ends = { ")": ["call", "parentheses", "labels"], "}": ["braces"], "]": ["brackets"] } as const;

function isEnd(type: string): type is keyof typeof ends {
  return Object.hasOwn(ends, type);
}

function close(open: Frame[], by: keyof typeof ends): Frame | undefined {
  const kinds: readonly string[] = ends[by];
  const at = open.findLastIndex(({ kind }) => kinds.includes(kind));
  return at === -1 ? undefined : open.splice(at)[0];
}

/** Counts arguments, and notes the labels and the name of a metric in braces. */
function readWithin(frame: Frame | undefined, lexeme: Lexeme, lexemes: readonly Lexeme[], index: number): void {
  if (frame?.kind === "call" && lexeme.type === ",") frame.argument++;
  if (frame?.kind === "labels" && lexeme.type !== ",") frame.used.push(lexeme.text);
  if (frame?.kind !== "braces") return;
  const previous = lexemes[index - 1];
  const next = lexemes[index + 1];
  if (lexeme.type === "string" && previous?.type === "=" && lexemes[index - 2]?.text === metricName) {
    frame.metric = lexeme.text;
  } else if (isMatchOperator(next) && !isMatchOperator(previous)) {
    frame.used.push(lexeme.text);
  } else if (lexeme.type === "string" && !isMatchOperator(previous)) {
    frame.metric = lexeme.text;
  }
}
