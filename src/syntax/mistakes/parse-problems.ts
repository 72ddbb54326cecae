import { isAggregator } from "../../promql/aggregators.js";
import { isBinaryOperator } from "../../promql/operators.js";
import { shortened } from "../characters.js";
import type { Lexeme } from "../lexeme.js";
import type { Edit, Problem, Span } from "../problem.js";
import { mending } from "./mending.js";
import { ownMetric } from "./own-metric.js";

/** What the parser says of a mistake; every one makes Prometheus reject the query. */
export type Words = Omit<Problem, "severity" | "at"> & { readonly prometheus: string };

/** Something else stands where `wanted` belongs; `context` and `expected` are Prometheus' words. */
export function expected(wanted: string, found: Lexeme, context = "", wording = ""): Words {
  const where = context === "" ? "" : ` in ${context}`;
  const what = wording === "" ? "" : `, expected ${wording}`;
  return {
    code: found.type === "end" ? "unexpected-end" : "unexpected-token",
    message:
      found.type === "end"
        ? `the query ends where ${wanted} belongs`
        : `${inWords(found)} stands where ${wanted} belongs`,
    prometheus:
      isPattern(found) && context !== "label matching"
        ? goMatcher(found)
        : `unexpected ${inGoWords(found)}${where}${what}`,
  };
}

/** Whether a lexeme is an operator that stands in braces only. */
export function isPattern({ type }: Lexeme): boolean {
  return type === "=~" || type === "!~";
}

function goMatcher({ type }: Lexeme): string {
  return `unexpected character after '${type.charAt(0)}': '~'`;
}

/** `=~` or `!~` outside braces. */
export function matcherOutsideBraces(operator: Lexeme): Words {
  const { type } = operator;
  return {
    code: "matcher-outside-braces",
    message: `\`${type}\` compares a label, and labels stand in braces`,
    help: `write \`${ownMetric}{job${type}"api|web"}\`, or compare values with \`${type === "=~" ? "==" : "!="}\``,
    prometheus: goMatcher(operator),
  };
}

/** Two expressions that nothing joins. */
export function missingOperator(found: Lexeme): Words {
  return {
    code: "missing-operator",
    message: `no operator stands before ${inWords(found)}: a query is one expression`,
    help: "remove one, or join the two with an operator such as `or`, `+` or `/`",
    prometheus: `unexpected ${inGoWords(found)}`,
  };
}

/** A word that was probably meant to be a keyword. */
export function misspeltKeyword(found: Lexeme, keyword: string): Words {
  const title = `Use \`${keyword}\``;
  return {
    ...missingOperator(found),
    help: `use \`${keyword}\``,
    fixes: [{ title, safety: "safe", edits: [{ from: found.from, to: found.to, insert: keyword }] }],
  };
}

/** Two arguments that no comma separates. */
export function missingArgumentComma(found: Lexeme, name: string, at: number): Words {
  return {
    ...missingOperator(found),
    message: `no comma stands before ${inWords(found)}: \`${name}()\` takes several arguments`,
    ...mending("Separate the arguments with a comma", [{ from: at, to: at, insert: "," }]),
  };
}

/** A word of another language between two expressions, or an operator in front of them. */
export function foreignWord(found: Lexeme, word: string, help: string): Words {
  const message = isBinaryOperator(word.toLowerCase()) ? "is an operator, and no function" : "is no word of PromQL";
  return { ...missingOperator(found), message: `\`${shortened(word)}\` ${message}`, help };
}

/** A comparison without its left side, as in `up > 5 and < 10`. */
export function comparisonAlone(found: Lexeme): Words {
  return { ...expected("an expression", found), help: "write both sides of each comparison: `up > 5 and up < 10`" };
}

/** `*` in place of an argument, as in `count(*)`. */
export function starForAll(found: Lexeme): Words {
  const help = "name a metric, as in `count(up)`: a query selects series by name or label, and `*` multiplies";
  return { ...expected("an expression", found), help };
}

/** `=>`, `=<`, `<>`: comparisons of other languages. */
export function foreignComparison({ from, to }: Span, meant: string, unexpected: string): Words {
  return {
    code: "foreign-comparison",
    message: `PromQL writes this comparison \`${meant}\``,
    help: `use \`${meant}\``,
    fixes: [{ title: `Use \`${meant}\``, safety: "safe", edits: [{ from, to, insert: meant }] }],
    prometheus: `unexpected ${unexpected}`,
  };
}

/** A comma that nothing follows, in the arguments of a call. */
export function trailingComma(at: Span): Words {
  return {
    code: "trailing-comma",
    message: "no argument follows the comma",
    help: "remove the comma",
    fixes: [{ title: "Remove the comma", safety: "safe", edits: [{ ...at, insert: "" }] }],
    prometheus: "trailing commas not allowed in function call args",
  };
}

/** `offset` or `@` between a selector and its brackets. */
export function modifierBeforeRange(modifier: "offset" | "@", swap: readonly Edit[]): Words {
  return {
    code: "modifier-before-range",
    message: `\`${modifier}\` stands before the range`,
    help:
      modifier === "offset"
        ? "write the range first: `up[5m] offset 1h`"
        : "write the range first: `up[5m] @ 1609746000`",
    fixes: [{ title: "Move it behind the range", safety: "safe", edits: swap }],
    prometheus: `no ${modifier} modifiers allowed before range`,
  };
}

/** `offset` or `@` on what reads no samples. */
export function misplacedModifier(modifier: "offset" | "@", move: readonly Edit[] | undefined): Words {
  return {
    code: "misplaced-modifier",
    message: `\`${modifier}\` moves the time at which samples are read, and what stands before it reads none by itself`,
    help: `write it right after each selector, inside the parentheses: \`sum(rate(up[5m] ${modifier === "offset" ? "offset 1h" : "@ end()"}))\``,
    ...(move && { fixes: [{ title: "Move it to the selector", safety: "safe", edits: move }] }),
    prometheus: `${modifier} modifier must be preceded by an instant vector selector or range vector selector or a subquery`,
  };
}

/** A second `offset` or `@`. */
export function repeatedModifier(modifier: "offset" | "@"): Words {
  return {
    code: "repeated-modifier",
    message: `a second \`${modifier}\` stands on the same selector`,
    help: "keep one",
    prometheus:
      modifier === "offset" ? "offset may not be set multiple times" : "@ <timestamp> may not be set multiple times",
  };
}

/** `@` with a time that no server can reach. */
export function timeOutOfBounds(value: number): Words {
  const text = Number.isFinite(value) ? value.toFixed(6) : value > 0 ? "+Inf" : value < 0 ? "-Inf" : "NaN";
  return {
    code: "time-out-of-bounds",
    message: "this time lies beyond what Prometheus can hold",
    help: "write the seconds since 1970: `@ 1609746000`",
    prometheus: `timestamp out of bounds for @ modifier: ${text}`,
  };
}

/** `anchored` or `smoothed` where neither has a meaning. */
export function misplacedExtension(word: "anchored" | "smoothed", on: "subquery" | "expression" | "both"): Words {
  const words = {
    subquery: ["is not available for subqueries", `${word} modifier is not supported for subqueries`],
    expression: ["belongs to a selector", `${word} modifier not implemented`],
    both: ["excludes the other one", "anchored and smoothed modifiers cannot be used together"],
  } as const;
  const [message, prometheus] = words[on];
  return {
    code: "misplaced-extension",
    message: `\`${word}\` ${message}`,
    help: "write it after a range: `rate(x_total[5m] anchored)`",
    prometheus,
  };
}

/** A duration that divides by nothing. */
export function divisionByZero(op: "/" | "%"): Words {
  return {
    code: "bad-duration",
    message: "the duration is divided by zero",
    help: "divide by a number",
    prometheus: op === "/" ? "division by zero" : "modulo by zero",
  };
}

/** A tree that is deeper than the parser goes. */
export function tooDeep(limit: number): Omit<Words, "prometheus"> {
  return {
    code: "too-deep",
    message: `the query is nested more than ${limit.toLocaleString("en")} levels deep`,
    help: "split it with recording rules",
  };
}

/** The query without anything but space and comments. */
export const emptyQuery: Words = {
  code: "empty-query",
  message: "the query is empty",
  help: "write an expression: `up`",
  prometheus: "no expression found in input",
};

/** A lexeme as a reader would name it, in a sentence. */
function inWords(lexeme: Lexeme): string {
  const text = shortened(lexeme.text);
  const type: string = lexeme.type;
  switch (type) {
    case "end":
      return "the end of the query";
    case "string":
      return `the string \`${shortened(lexeme.raw ?? lexeme.text)}\``;
    case "number":
      return `the number \`${text}\``;
    case "duration":
      return `the duration \`${text}\``;
    default:
      return `\`${text}\``;
  }
}

/** A lexeme as Prometheus names it. */
export function inGoWords({ text, raw = text, ...lexeme }: Lexeme): string {
  const type: string = lexeme.type;
  switch (type) {
    case "end":
      return "end of input";
    case "identifier":
      return `identifier ${JSON.stringify(text)}`;
    case "metric-identifier":
      return `metric identifier ${JSON.stringify(text)}`;
    case "number":
    case "duration":
    case "string":
      return `${type} ${raw.length > 10 ? `${JSON.stringify(raw.slice(0, 10))}...` : JSON.stringify(raw)}`;
    case "keyword":
      if (isAggregator(text)) return `<aggr:${raw}>`;
      return isBinaryOperator(text) ? `<op:${raw}>` : `<${raw}>`;
    case "@":
    case "=~":
    case "!~":
      return `<op:${type}>`;
    default:
      return isBinaryOperator(type) ? `<op:${type}>` : JSON.stringify(type);
  }
}
