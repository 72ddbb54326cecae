import { quote } from "../../promql/strings.js";
import { isUsualLabel } from "../../promql/usual-labels.js";
import { inOneLine } from "../../syntax/characters.js";
import type { Reading, Rejected } from "./habit.js";

const outside = /^\s*([A-Za-z_:][\w:]*)\s*(=~|!~)\s*("_*"|'_*'|[^\s(){}[\]"'`,;=]+)\s*$/;

/** A pattern behind a metric or a label without braces: `up=~api|web`, `job=~"api.*"`. */
export function* matchersOutside({ text, code }: Rejected): Iterable<Reading> {
  const [, name = "", op = "", value = ""] = outside.exec(code) ?? [];
  if (name === "") return;
  const from = code.indexOf(op);
  const start = code.lastIndexOf(value);
  const own = text.slice(start, start + value.length);
  const pattern = /^["']/.test(own) ? own : quote(own);
  const words = {
    at: { from, to: from + op.length },
    code: "matcher-outside-braces",
    message: `\`${op}\` compares a label, and labels stand in braces`,
  };
  if (!isUsualLabel(name))
    yield { ...words, help: `name the label behind the metric: \`${inOneLine(`${name}{LABEL${op}${pattern}}`)}\`` };
  else {
    const edits = [{ from: code.indexOf(name), to: start + value.length, insert: `{${name}${op}${pattern}}` }];
    yield { ...words, meant: { title: "Put the label in braces", edits } };
  }
}
