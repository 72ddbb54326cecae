import { unquote } from "../../promql/strings.js";
import { doubledQuote, lostQuote } from "../mistakes/lost-quote.js";
import { badEscape, invalidUtf8, stringInBrackets, unclosedString } from "../mistakes/string-problems.js";
import { maxProblems } from "../problem.js";
import { holdsVariable, scanString } from "../scan.js";
import type { Reader } from "./reader.js";

/** Reads a string. One that is not closed ends where it was meant to, or with its line. */
export function readString(reader: Reader): void {
  const { text, at: from, problems } = reader;
  const { to, closed } = scanString(text, from);
  const raw = text.slice(from, to);
  const invalid = raw.search(/\uFFFD|\p{Surrogate}/u);
  if (invalid !== -1) reader.report({ from: from + invalid, to: from + invalid + 1 }, invalidUtf8);
  const doubled = doubledQuote(text, from, { to, closed }, reader.lexemes.at(-1));
  if (doubled) return reader.skip(1, doubled);
  const inBraces = reader.braces !== undefined;
  const lost = lostQuote(text, from, to, closed, inBraces);
  if (lost) {
    reader.report({ from, to: lost.to }, lost.words);
    return reader.add({ type: "string", from, to: lost.to, text: raw.slice(1, lost.to - from), raw });
  }
  if (!closed) {
    reader.openString = from;
    reader.report({ from, to }, unclosedString(raw, to, { inBraces, breaks: to < text.length }));
    return reader.add({ type: "string", from, to, text: raw.slice(1), raw });
  }
  const { value, mistakes } = unquote(raw);
  for (const mistake of mistakes.slice(0, maxProblems - problems.length)) problems.push(badEscape(raw, from, mistake));
  const variable = reader.variables && holdsVariable(value) ? ({ variable: true } as const) : undefined;
  reader.add({ type: "string", from, to, text: value, raw, ...variable });
}

/** Leaves out a string where a duration belongs. */
export function skipStringInBrackets(reader: Reader): void {
  const { text, at: from } = reader;
  const { to } = scanString(text, from);
  reader.skip(to - from, stringInBrackets({ from, to }, text.slice(from, to)));
}
