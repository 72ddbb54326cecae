import picocolors from "picocolors";
import type { FormatContext } from "../../src/report/formats.js";
import type { Diagnostic } from "../../src/lint/rule.js";
import type { FileReport } from "../../src/report/report.js";
import { diagnosticAt, fileReport, spanOf } from "./sample.js";

/** What formats are told in tests: a folder `/repo`, and names that are the texts they stand for. */
export const context: FormatContext = {
  colors: picocolors.createColors(false),
  version: "1.2.3",
  describe: () => undefined,
  uriOf: (path) =>
    `file:///repo/${encodeURIComponent(path.replace(/\p{Surrogate}/gu, "\ufffd")).replaceAll("%2F", "/")}`,
  root: "file:///repo/",
  hash: (text) => text,
  complete: true,
  statistics: false,
};

/** Names and messages that no format may stumble over. */
export const hostile: readonly string[] = [
  `"quoted" and 'quoted'`,
  "two\nlines\r\nor three",
  "]]> <![CDATA[ <!-- & &amp; </error>",
  "%0A%25::error file=a,line=1::b",
  "a,b:c=d",
  "\u001b[31mred\u0007\u009b2J",
  "right\u202eto left\u2028\u200b",
  "👩‍👩‍👧 東 e\u0301",
  "\ud800 alone \udc00",
  "\0\uffff\ufffe\ufeff",
  "tab\tand  blanks ",
  "back\\slash `tick`",
  "long ".repeat(20_000),
];

/** What a terminal would obey. */
export const unsafe = /(?!\n)[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** A file whose name, diagnostic and cause hold the text. */
export function hostileReport(text: string): FileReport {
  const file = `up ${text}`;
  const rest: Partial<Diagnostic> = {
    message: text,
    help: text,
    prometheus: text,
    because: [{ at: spanOf(file, "up"), message: text }],
    fixes: [{ title: text, safety: "safe", edits: [{ ...spanOf(file, "up"), insert: text }] }],
  };
  return fileReport(text, file, [diagnosticAt(file, text, { ...rest, code: text })], { rule: text, field: text });
}
