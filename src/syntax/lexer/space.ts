import type { Reader } from "./reader.js";

/** What Prometheus takes for white space. */
export const space = /[ \t\n\r]*/y;

const comment = /#[^\r\n]*/y;

/** Goes on behind white space. */
export function skipSpace(reader: Reader): void {
  reader.at = reader.match(space) ?? reader.at;
}

/** Reads from `#` to the end of the line. */
export function readComment(reader: Reader): void {
  const { at } = reader;
  reader.at = reader.match(comment) ?? at + 1;
  reader.comments.push({ from: at, to: reader.at });
}
