import { isAggregator } from "../promql/aggregators.js";
import { parseDuration } from "../promql/durations.js";
import { functionInfo } from "../promql/functions.js";
import type { Words } from "./lex-problems.js";
import type { Lexeme } from "./lex.js";
import { mending } from "./mending.js";
import type { Span } from "./problem.js";

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
  method.lastIndex = from;
  const [all = "", mark = "", name = "", bracketed, spaced] = method.exec(text) ?? [];
  const start = all === "" ? undefined : startOfSelector(lexemes);
  const lower = name.toLowerCase();
  if (start === undefined || !(isAggregator(lower) || functionInfo(lower))) return undefined;
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
        ? mending(`Write \`${meant.text}\``, [{ from: start, to, insert: meant.text }])
        : { help: `write \`${meant.text}\`` }),
      prometheus: `unexpected character: '${isPipe ? "|" : "."}'`,
    },
    to,
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

/** Where the selector begins that the last lexemes are: a name, with or without braces. */
function startOfSelector(lexemes: readonly Lexeme[]): number | undefined {
  const last = lexemes.at(-1);
  if (last?.type === "identifier" || last?.type === "metric-identifier") return last.from;
  if (last?.type !== "}") return undefined;
  const open = lexemes.findLastIndex(({ type }) => type === "{");
  const name = lexemes[open - 1];
  return name?.type === "identifier" || name?.type === "metric-identifier" ? name.from : lexemes[open]?.from;
}
