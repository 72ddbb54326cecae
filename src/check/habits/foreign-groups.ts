import type { Edit } from "../../syntax/problem.js";
import type { Reading, Rejected } from "./habit.js";

/** Brackets or braces that group an expression, `[1 - up] * 100`, or stand twice, `up{{job="api"}}`. */
export function* foreignGroups({ code }: Rejected): Iterable<Reading> {
  const pairs = pairsOf(code);
  const grouping = pairs.filter(({ from }) => isGroup(code, from));
  const [first] = grouping;
  if (first) {
    const edits = grouping.flatMap(({ from, to }): readonly Edit[] => [
      { from, to: from + 1, insert: "(" },
      { from: to, to: to + 1, insert: ")" },
    ]);
    yield {
      at: { from: first.from, to: first.from + 1 },
      code: "foreign-group",
      message: `\`${code.charAt(first.from)}\` groups nothing in PromQL: parentheses do`,
      meant: { title: "Group with `( )`", edits, left: "as-well" },
    };
  }
  const inner = pairs.find(({ from, to }) => {
    const around = pairs.find(
      (pair) => pair.from < from && pair.to > to && /^[{[\s]*$/.test(code.slice(pair.from, from)),
    );
    return around && code.charAt(from) === code.charAt(around.from) && code.slice(to + 1, around.to).trim() === "";
  });
  if (!inner) return;
  const [open, close] = [inner.from, inner.to].map((from) => ({ from, to: from + 1 }));
  if (!open || !close) return;
  yield {
    at: open,
    code: "foreign-group",
    message: `\`${code.charAt(open.from)}\` stands twice`,
    meant: { title: "Remove one of the two pairs", edits: [open, close].map((at) => ({ ...at, insert: "" })) },
  };
}

interface Pair {
  readonly from: number;
  /** Where the closing one stands. */
  readonly to: number;
}

const closing: Readonly<Partial<Record<string, string>>> = { "(": ")", "[": "]", "{": "}" };

/** The brackets and braces that are closed by their like. */
function pairsOf(code: string): readonly Pair[] {
  const open: number[] = [];
  const pairs: Pair[] = [];
  for (const { 0: char, index } of code.matchAll(/[([{)\]}]/g)) {
    if (closing[char] !== undefined) open.push(index);
    else {
      const from = open.pop();
      if (from === undefined || closing[code.charAt(from)] !== char) return [];
      if (char !== ")") pairs.push({ from, to: index });
    }
  }
  return pairs.sort((a, b) => a.from - b.from);
}

const operandBefore = /[\w)}\]"'`:]$/;
const wordBefore = /(?<![\w:])(?:and|or|unless|bool|atan2)$/i;
const duration = /^\[\s*[\d.]+[a-z]*\s*[\]:]/;
const matchers = /^\{\s*(?:\}|["'`A-Za-z_][\w.:"'`]*\s*(?:[=!,}]|$))/;

/** Whether a bracket or brace stands where an expression begins, and holds no matchers. */
function isGroup(code: string, from: number): boolean {
  const before = code.slice(0, from).trimEnd();
  if (operandBefore.test(before) && !wordBefore.test(before)) return false;
  const inside = code.slice(from, from + 200);
  return code.charAt(from) === "[" ? !duration.test(inside) : !matchers.test(inside);
}
