import { literalPattern } from "../../promql/literal-pattern.js";
import { quote } from "../../promql/strings.js";
import type { Reading, Rejected } from "./habit.js";

const address = /^\s*((?:\d{1,3}(?:\.\d{1,3}){3}|[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+(?=:))(:\d{1,5})?)\s*$/;

/** An address alone, which is the value of a label: `10.0.0.1:9100`. */
export function* addresses({ code }: Rejected): Iterable<Reading> {
  const [, text, port] = address.exec(code) ?? [];
  if (text === undefined) return;
  const from = code.indexOf(text);
  const at = { from, to: from + text.length };
  const matcher = port === undefined ? `=~${quote(`${literalPattern(text)}(:.*)?`)}` : `=${quote(text)}`;
  const insert = `{instance${matcher}}`;
  yield {
    at,
    code: "part-of-result",
    message: "this is an address and no query: a value of a label such as `instance`",
    meant: { title: "Select by it in braces", safety: "suggestion", edits: [{ ...at, insert }] },
  };
}
