import type { Expr } from "../ast.js";
import { inOneLine } from "../characters.js";
import type { Cursor } from "../cursor.js";
import { mending } from "./mending.js";
import { missingOperator, type Words } from "./parse-problems.js";

/** Units in which somebody wants a result, and what to write for them. */
const units: Readonly<Record<string, string>> = {
  gb: "<x> / 1e9",
  gib: "<x> / 1024^3",
  gigabytes: "<x> / 1e9",
  hours: "<x> / 3600",
  kb: "<x> / 1e3",
  kib: "<x> / 1024",
  kilobytes: "<x> / 1e3",
  mb: "<x> / 1e6",
  megabytes: "<x> / 1e6",
  mib: "<x> / 1024^2",
  milliseconds: "1000 * <x>",
  minutes: "<x> / 60",
  ms: "1000 * <x>",
  percent: "100 * <x>",
  percentage: "100 * <x>",
  tib: "<x> / 1024^4",
};

/** Plain words behind a whole expression, up to its end: `sum(up) together`, `up > 3 alert me`, `up in MiB`. */
export function wordsBehind(cursor: Cursor, left: Expr): Words | undefined {
  let count = 0;
  while (isPlain(cursor, count)) count += 1;
  const end = cursor.peek(count);
  if (count === 0 || (end.type !== "end" && end.type !== ")")) return undefined;
  const found = cursor.peek();
  const last = cursor.peek(count - 1);
  const unit = unitOf(cursor, count);
  const isName = left.kind === "VectorSelector" && !(left.metric && left.braces);
  if (isName && unit === undefined) return undefined;
  const said = inOneLine(cursor.source({ from: found.from, to: last.to }));
  const edits = [{ from: left.span.to, to: last.to, insert: "" }];
  const message = `\`${said}\` ${count === 1 ? "is no word" : "are no words"} of PromQL: a query is the expression alone`;
  const base = { ...missingOperator(found), message };
  if (unit === undefined) return { ...base, ...mending(`Leave out \`${said}\``, edits, "suggestion") };
  const example = unit.replace("<x>", () => inOneLine(cursor.source(left.span)));
  if (!isWhole(cursor, left)) return { ...base, ...mending(`Leave out \`${said}\``, edits) };
  const converted = [{ from: left.span.from, to: last.to, insert: example }];
  return {
    ...base,
    message: "a number has no unit in PromQL: calculate to get another one",
    ...mending(`Write \`${example}\``, converted, "suggestion"),
  };
}

/** Whether nothing stands before the expression that belongs to the same calculation. */
function isWhole(cursor: Cursor, { kind, span }: Expr): boolean {
  const before = cursor.source({ from: 0, to: span.from }).trimEnd();
  return kind !== "Binary" && kind !== "Unary" && kind !== "NumberLiteral" && /^$|\($/.test(before.slice(-1));
}

function unitOf(cursor: Cursor, count: number): string | undefined {
  const { text } = cursor.peek(count - 1);
  const lead = count === 2 && /^(?:in|as|to)$/i.test(cursor.peek().text);
  const key = text.toLowerCase();
  return lead && Object.hasOwn(units, key) ? units[key] : undefined;
}

/** Whether a lexeme is a word that is hardly the name of a metric: letters alone, and nothing that belongs to it. */
function isPlain(cursor: Cursor, ahead: number): boolean {
  const { type, text } = cursor.peek(ahead);
  const next = cursor.peek(ahead + 1).type;
  return type === "identifier" && /^[A-Za-z]+$/.test(text) && next !== "(" && next !== "{" && next !== "[";
}
