import { curlyString } from "../mistakes/curly-quotes.js";
import * as say from "../mistakes/lex-problems.js";
import { mending } from "../mistakes/mending.js";
import { methodCall } from "../mistakes/method-calls.js";
import type { Misread } from "../mistakes/misread.js";
import { typographicOperator } from "../mistakes/typographic-operators.js";
import { scanVariable } from "../scan.js";
import type { Reader } from "./reader.js";
import { space } from "./space.js";

/** Reads a character that begins nothing, and what belongs to it where its meaning is known. */
export function readUnexpected(reader: Reader): void {
  const { text, at, place } = reader;
  const variableEnd = scanVariable(text, at);
  if (variableEnd !== undefined) return reader.skip(variableEnd - at, say.variable(text.slice(at, variableEnd), place));
  const char = reader.character(at);
  if (char === "." && place === "ordinary" && readMethodCall(reader)) return;
  if (place === "ordinary" && reader.misread(misreadCharacter(reader, char))) return;
  const words = say.unexpectedCharacter(char, reader.character(at + char.length), place);
  const isLast = /[.?;]/.test(char) && reader.match(space, at + 1) === text.length;
  const removal = isLast && mending("Remove it", [{ ...reader.span(1), insert: "" }]);
  reader.skip(char.length, { ...words, ...removal });
}

function misreadCharacter({ text, at }: Reader, char: string): Misread | undefined {
  return curlyString(text, at, "ordinary") ?? typographicOperator(char, at);
}

/** Reads a function behind its selector, as in `x.rate()`; returns whether it is one. */
export function readMethodCall(reader: Reader): boolean {
  const call = methodCall(reader.text, reader.at, reader.lexemes);
  if (!call) return false;
  reader.report(call.at, call.words);
  reader.at = call.to;
  return true;
}
