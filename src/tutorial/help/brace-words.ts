import type { PrometheusClient } from "../../prometheus/index.js";
import { quote } from "../../promql/strings.js";
import type { Expr } from "../../syntax/ast.js";
import { lex } from "../../syntax/lex.js";
import type { Lexeme } from "../../syntax/lexeme.js";
import { isMatchOperator } from "../../syntax/mistakes/misread-matcher.js";
import { parse } from "../../syntax/parse.js";
import { nodesOf } from "../../syntax/walk.js";
import type { Exercise } from "../lesson.js";
import { exerciseMetrics, metricsIn } from "./exercise-metrics.js";
import { labelPairs } from "./label-pairs.js";

/** Words of one query that are looked at. */
const mostWords = 10;

/**
 * What to write instead of words in braces that are compared with nothing, or of a text with which series are compared, that
 * are values of a label. Rejects with a
 * `PrometheusError` where the server does not answer.
 */
export async function braceWordsHelp(
  query: string,
  exercise: Pick<Exercise, "start" | "answer">,
  server: Pick<PrometheusClient, "instantQuery">,
  time: Date,
): Promise<string | undefined> {
  const { expr } = parse(query);
  const words = [...loneWords(query), ...(expr ? comparedTexts(expr) : [])].slice(0, mostWords);
  if (words.length === 0) return undefined;
  const pairs = await labelPairs(
    [...new Set([...(expr ? metricsIn(expr) : []), ...exerciseMetrics(exercise)])],
    server,
    time,
  );
  const said = words.flatMap((word) => {
    const pair = pairs.find(({ value }) => value === word);
    return pair
      ? [`\`${word}\` is a value of the label \`${pair.label}\`: write \`{${pair.label}=${quote(word)}}\``]
      : [];
  });
  return said.length > 0 ? said.join("; ") : undefined;
}

/** The texts with which series are compared, as in `kube_pod_status_phase == "Pending"`. */
function comparedTexts(expr: Expr): readonly string[] {
  return nodesOf(expr, "Binary").flatMap(({ left, right }) =>
    [left, right].flatMap((side) => (side.kind === "StringLiteral" ? [side.value] : [])),
  );
}

/** What stands in braces between commas without a sign that compares it: words, as they are written, and texts in quotes; not in those of `by {…}`. */
function loneWords(query: string): readonly string[] {
  const words: string[] = [];
  const { lexemes } = lex(query);
  let items: Lexeme[] | undefined;
  for (const [k, lexeme] of lexemes.entries()) {
    const { type } = lexeme;
    if (type !== "{" && type !== "," && type !== "}") {
      items?.push(lexeme);
      continue;
    }
    const [first, last] = [items?.[0], items?.at(-1)];
    if (first && last && !items?.some((item) => isMatchOperator(item.type))) {
      words.push(first === last ? first.text : query.slice(first.from, last.to));
    }
    const opens = type === "{" && lexemes[k - 1]?.type !== "keyword";
    items = opens || (type === "," && items) ? [] : undefined;
  }
  return words;
}
