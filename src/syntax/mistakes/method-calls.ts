import { isAggregator } from "../../promql/aggregators.js";
import { parseDuration } from "../../promql/durations.js";
import { functionInfo } from "../../promql/functions.js";
import { inOneLine, shortened } from "../characters.js";
import type { Lexeme } from "../lexeme.js";
import type { Span } from "../problem.js";
import { fieldOfFunction } from "./field-of-function.js";
import type { Words } from "./lex-problems.js";
import { mending } from "./mending.js";

/** A function behind the selector that it is to read: `x.rate(5m)`, `x | max`. */
export interface MethodCall {
  readonly at: Span;
  readonly words: Words;
  /** Where reading goes on. */
  readonly to: number;
}

const method =
  /(\.|\|)[ \t]*([A-Za-z_]\w*)(?:[ \t]*[([][ \t]*(\d+[a-z]+)?[ \t]*[)\]]|[ \t]+(\d+[a-z]+)\b)?(?![\w(\[{])/y;

/** Reads a function that a dot or a pipe puts behind a selector; nothing where it is none. */
export function methodCall(text: string, from: number, lexemes: readonly Lexeme[]): MethodCall | undefined {
  const field = fieldOfFunction(text, from, lexemes);
  if (field) return field;
  method.lastIndex = from;
  const [all = "", mark = "", name = "", bracketed, spaced] = method.exec(text) ?? [];
  if (all === "") return prefixedCall(text, from, lexemes);
  const start = startOfSelector(lexemes);
  const lower = name.toLowerCase();
  if (start === undefined || !(isAggregator(lower) || functionInfo(lower)))
    return mark === "." ? labelBehindDot(text, from, lexemes) : undefined;
  const to = from + all.length;
  const end = lexemes.at(-1)?.to ?? from;
  const selector = text.slice(start, end);
  const range = bracketed ?? spaced;
  const meant = meantBy(lower, selector, typeof parseDuration(range ?? "") === "number" ? range : undefined);
  const isPipe = mark === "|";
  return {
    at: { from, to: from + mark.length },
    words: {
      code: "unexpected-character",
      message: `\`${lower}\` is ${isAggregator(lower) ? "an aggregation" : "a function"}: it stands before what it reads, which is in parentheses`,
      ...(meant.certain
        ? mending("Put it before, with parentheses", [{ from: start, to, insert: meant.text }])
        : { help: `write \`${inOneLine(meant.text)}\`` }),
      prometheus: `unexpected character: '${isPipe ? "|" : "."}'`,
    },
    to,
  };
}

const prefixed = /\.[ \t]*([A-Za-z_]\w*)(?=[ \t]*\()/y;

/** A function with arguments of its own behind a dot: `x.rate(up[5m])`. */
function prefixedCall(text: string, from: number, lexemes: readonly Lexeme[]): MethodCall | undefined {
  prefixed.lastIndex = from;
  const [all = "", name = ""] = prefixed.exec(text) ?? [];
  const start = startOfSelector(lexemes);
  const lower = name.toLowerCase();
  if (all === "") return labelBehindDot(text, from, lexemes);
  if (start === undefined || !(isAggregator(lower) || functionInfo(lower))) return undefined;
  const object = text.slice(start, from + 1);
  return {
    at: { from, to: from + 1 },
    words: {
      code: "unexpected-character",
      message: `\`${lower}\` belongs to nothing: it stands alone, before its parentheses`,
      ...mending(`Leave out \`${inOneLine(object)}\``, [
        { from: start, to: from + all.length - name.length, insert: "" },
      ]),
      prometheus: "unexpected character: '.'",
    },
    to: from + 1,
  };
}

const matcher = /\.([A-Za-z_]\w*)\s*(=~|!~|!=|==?)\s*("[^"\n]*"|'[^'\n]*')/y;

/** A label as a field of a metric: `x.job = "api"`. */
function labelBehindDot(text: string, from: number, lexemes: readonly Lexeme[]): MethodCall | undefined {
  matcher.lastIndex = from;
  const [all = "", label = "", sign = "", value = ""] = matcher.exec(text) ?? [];
  const before = lexemes.at(-1)?.type;
  if (all === "" || (before !== "identifier" && before !== "metric-identifier")) return undefined;
  const insert = `{${label}${sign === "==" ? "=" : sign}${value}}`;
  return {
    at: { from, to: from + 1 },
    words: {
      code: "unexpected-character",
      message: `\`${shortened(label)}\` is a label: labels stand in braces behind the metric`,
      ...mending("Put it in braces", [{ from, to: from + all.length, insert }]),
      prometheus: "unexpected character: '.'",
    },
    to: from + all.length,
  };
}

function meantBy(name: string, selector: string, range: string | undefined): { text: string; certain: boolean } {
  const overTime = `${name}_over_time`;
  if (isAggregator(name)) {
    return range !== undefined && functionInfo(overTime)
      ? { text: `${overTime}(${selector}[${range}])`, certain: true }
      : { text: `${name}(${selector})`, certain: range === undefined };
  }
  const wanted = functionInfo(name)?.args ?? [];
  if (!wanted.includes("matrix")) return { text: `${name}(${selector})`, certain: wanted.length === 1 };
  return { text: `${name}(${selector}[${range ?? "5m"}])`, certain: range !== undefined && wanted.length === 1 };
}

/** Where the call begins that the last lexeme closes. */
function startOfCall(lexemes: readonly Lexeme[]): number | undefined {
  let depth = 0;
  const open = lexemes.findLastIndex(({ type }) => {
    if (type === ")") depth += 1;
    if (type === "(") depth -= 1;
    return depth === 0;
  });
  const name = lexemes[open - 1];
  if (name?.type === "keyword") return isAggregator(name.text) ? name.from : undefined;
  return name?.type === "identifier" ? name.from : lexemes[open]?.from;
}

/** Where the selector begins that the last lexemes are: a name, with or without braces. */
function startOfSelector(lexemes: readonly Lexeme[]): number | undefined {
  const last = lexemes.at(-1);
  if (last?.type === "identifier" || last?.type === "metric-identifier") return last.from;
  if (last?.type === ")") return startOfCall(lexemes);
  if (last?.type !== "}") return undefined;
  const open = lexemes.findLastIndex(({ type }) => type === "{");
  const name = lexemes[open - 1];
  return name?.type === "identifier" || name?.type === "metric-identifier" ? name.from : lexemes[open]?.from;
}
