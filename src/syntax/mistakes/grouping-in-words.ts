import { isUsualLabel } from "../../promql/usual-labels.js";
import type { Expr, Grouping, Token } from "../ast.js";
import { inOneLine } from "../characters.js";
import { tokenOf, type Cursor } from "../cursor.js";
import type { Edit, FixSafety, Span } from "../problem.js";
import { mending } from "./mending.js";
import { missingOperator, type Words } from "./parse-problems.js";

/** A grouping in plain English, and how many lexemes it takes: `per pod`, `for each pod`, `each pod`. */
interface WordsForBy {
  readonly at: Span;
  readonly label: Token;
  readonly lexemes: number;
}

const begins: ReadonlySet<string> = new Set(["for", "in", "of", "on", "per"]);
const each: ReadonlySet<string> = new Set(["any", "each", "every"]);
const noLabels: ReadonlySet<string> = new Set([
  ...["day", "hour", "minute", "month", "of", "the", "second", "series", "time", "week", "year"],
]);

/** Reads ahead, without taking it. */
function groupingInWords(cursor: Cursor): WordsForBy | undefined {
  const first = cursor.peek();
  if (first.type !== "identifier") return undefined;
  const word = first.text.toLowerCase();
  const isEach = each.has(word);
  if (!isEach && !begins.has(word)) return undefined;
  const hasEach = !isEach && each.has(cursor.peek(1).text.toLowerCase());
  if (!isEach && !hasEach && word !== "per") return undefined;
  const place = hasEach ? 2 : 1;
  const label = cursor.peek(place);
  if (label.type !== "identifier" || noLabels.has(label.text.toLowerCase())) return undefined;
  return { at: { from: first.from, to: label.to }, label: tokenOf(label), lexemes: place + 1 };
}

/** Reads such a grouping behind the name of an aggregation, before its parentheses: `sum per pod (up)`. */
export function readGroupingInWords(
  cursor: Cursor,
): { readonly at: Span; readonly words: Words; readonly grouping: Grouping } | undefined {
  const found = groupingInWords(cursor);
  if (!found || cursor.peek(found.lexemes).type !== "(") return undefined;
  const first = cursor.peek();
  for (let read = 0; read < found.lexemes; read++) cursor.next();
  const { at, label } = found;
  const edits = [{ ...at, insert: `by (${label.text})` }];
  const safety = safetyOf(label.text);
  return {
    at: { from: first.from, to: first.to },
    words: { ...missingOperator(first), message: noWord(cursor, found), ...mending("Use `by`", edits, safety) },
    grouping: { span: at, mode: { text: "by", span: first }, labels: [label], position: "before" },
  };
}

/** Such a grouping behind an expression, which comes next: `sum(up) per pod`, `rate(up[5m]) for each pod`. */
export function groupingInWordsBehind(cursor: Cursor, left: Expr): Words | undefined {
  const found = groupingInWords(cursor);
  if (!found || cursor.peek(found.lexemes).type === "(") return undefined;
  const label = found.label.text;
  const words = { ...missingOperator(cursor.peek()), message: noWord(cursor, found) };
  const { from, to } = left.span;
  const end = found.at.to;
  if (left.kind === "Aggregation" && !left.grouping)
    return { ...words, ...mending("Use `by`", [{ from: to, to: end, insert: ` by (${label})` }], safetyOf(label)) };
  if (left.kind === "RangeSelector" || left.kind === "NumberLiteral" || left.kind === "StringLiteral") return undefined;
  const grouped: readonly Edit[] = [
    { from, to: from, insert: `sum by (${label}) (` },
    { from: to, to: end, insert: ")" },
  ];
  const isLabel = isUsualLabel(label);
  const example = inOneLine(`sum by (${isLabel ? label : "LABEL"}) (${cursor.source(left.span)})`);
  return {
    ...words,
    help: `leave it out: there is one value for each series already; \`${example}\` adds up those with the same label`,
    fixes: [
      { title: "Leave it out", safety: "suggestion", edits: [{ from: to, to: end, insert: "" }] },
      ...(isLabel ? [{ title: `Add up by \`${label}\``, safety: "suggestion", edits: grouped } as const] : []),
    ],
  };
}

function safetyOf(label: string): FixSafety {
  return isUsualLabel(label) ? "safe" : "suggestion";
}

function noWord(cursor: Cursor, { at, lexemes, label }: WordsForBy): string {
  const said = inOneLine(cursor.source({ from: at.from, to: label.span.from }).trim());
  return `\`${said}\` ${lexemes === 2 ? "is no word" : "are no words"} of PromQL: an aggregation is grouped with \`by\``;
}
