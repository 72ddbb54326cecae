import { metricName } from "../../promql/labels.js";
import type { LabelMatcher, MatchOperator, Token, VectorSelector } from "../ast.js";
import { inOneLine } from "../characters.js";
import { tokenOf, type Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "../mistakes/mending.js";
import { isMatchOperator } from "../mistakes/misread-matcher.js";
import { missingComma } from "../mistakes/missing-comma.js";
import { ownMetric } from "../mistakes/own-metric.js";
import { expected } from "../mistakes/parse-problems.js";
import type { Span } from "../problem.js";

/** Reads a selector: a metric (already read), braces (coming next), or both. */
export function parseSelector(cursor: Cursor, name: Lexeme | undefined): VectorSelector {
  const metric = name && nameToken(cursor, name);
  const { from } = name ?? cursor.peek();
  if (cursor.peek().type !== "{") {
    return { kind: "VectorSelector", span: { from, to: cursor.last().to }, ...(metric && { metric }), matchers: [] };
  }
  const open = cursor.next();
  const inside = parseMatchers(cursor, metric !== undefined);
  cursor.take("}");
  const { to } = cursor.last();
  const found = metric ?? inside.metric;
  return {
    kind: "VectorSelector",
    span: { from, to },
    ...(found && { metric: found }),
    matchers: inside.matchers,
    braces: { from: open.from, to },
  };
}

function nameToken(cursor: Cursor, lexeme: Lexeme): Token {
  return lexeme.type === "keyword" ? tokenOf(lexeme, cursor.source(lexeme)) : tokenOf(lexeme);
}

interface Inside {
  metric?: Token;
  readonly matchers: LabelMatcher[];
}

function parseMatchers(cursor: Cursor, named: boolean): Inside {
  const inside: Inside = { matchers: [] };
  while (cursor.peek().type !== "}" && cursor.peek().type !== "end") {
    const label = cursor.peek();
    if (label.type !== "identifier" && label.type !== "string" && label.type !== "variable") {
      cursor.report(label, {
        ...expected("a label or `}`", label, "label matching", 'identifier or "}"'),
        ...(label.type === ","
          ? mending("Remove it", [{ from: label.from, to: label.to, insert: "" }])
          : { help: `write a label before the operator: \`${ownMetric}{job="api"}\`` }),
      });
      skipMatcher(cursor);
    } else {
      cursor.next();
      readMatcher(cursor, label, inside, named);
    }
    if (cursor.peek().type === "}" || cursor.take(",")) continue;
    if (cursor.peek().type === "end") break;
    const found = cursor.peek();
    const words = expected("`,` or `}`", found, "label matching", '"," or "}"');
    const begins = (found.type === "identifier" || found.type === "string") && isMatchOperator(cursor.peek(1).type);
    const { to } = cursor.last();
    if (begins) cursor.report(found, missingComma({ from: to, to }, words.prometheus));
    else {
      cursor.report(found, { ...words, help: "separate matchers with commas" });
      skipMatcher(cursor);
    }
    cursor.take(",");
  }
  return inside;
}

function readMatcher(cursor: Cursor, label: Lexeme, inside: Inside, named: boolean): void {
  const op = cursor.peek();
  if (isMatchOperator(op.type)) {
    cursor.next();
    const value = matcherValue(cursor, { from: label.from, to: op.to });
    if (value) inside.matchers.push(matcher(cursor, tokenOf(label), tokenOf(op, op.type), value));
    return;
  }
  if (label.type === "identifier") {
    cursor.report(op, {
      ...expected("`=`, `!=`, `=~` or `!~`", op, "label matching", "label matching operator"),
      ...(op.type === "string"
        ? mending("Add `=`", [{ from: label.to, to: op.from, insert: "=" }])
        : { help: `compare the label with a text: \`{${inOneLine(label.text)}="…"}\`` }),
    });
    skipMatcher(cursor);
    return;
  }
  const text = tokenOf(label);
  if (label.type === "variable") {
    inside.matchers.push(
      matcher(cursor, text, { text: "=", span: endOf(label) }, { ...label, from: label.to, text: "" }),
    );
  } else if (named || inside.metric) {
    const name: Token = { text: metricName, span: text.span };
    inside.matchers.push(matcher(cursor, name, { text: "=", span: text.span }, label));
  } else {
    inside.metric = text;
  }
}

/** The value that comes next; `compared` are the label and the operator before it. */
function matcherValue(cursor: Cursor, compared: Span): Lexeme | undefined {
  const value = cursor.peek();
  if (value.type === "string" || value.type === "variable") return cursor.next();
  if (value.type === "identifier") {
    cursor.next();
    return undefined;
  }
  cursor.report(value, {
    ...expected("a string in quotes", value, "label matching", "string"),
    help: `compare the label with a text in quotes: \`{${inOneLine(cursor.source(compared))}"…"}\``,
  });
  skipMatcher(cursor);
  return undefined;
}

function matcher(cursor: Cursor, label: Token, op: Token<MatchOperator>, value: Lexeme): LabelMatcher {
  return {
    kind: "LabelMatcher",
    span: { from: label.span.from, to: value.to },
    label,
    op,
    value: value.text,
    valueToken: tokenOf(value, cursor.source(value)),
  };
}

function endOf({ to }: Span): Span {
  return { from: to, to };
}

function skipMatcher(cursor: Cursor): void {
  for (let { type } = cursor.peek(); type !== "," && type !== "}" && type !== "end"; { type } = cursor.peek())
    cursor.next();
}
