import { parseDuration } from "../../promql/durations.js";
import { operatorInfo, signPrecedence } from "../../promql/operators.js";
import type { DurationCall, DurationExpr, DurationLiteral, DurationOperator } from "../ast.js";
import { TooDeep, tokenOf, type Cursor } from "../cursor.js";
import type { Lexeme } from "../lexeme.js";
import { mending } from "../mistakes/mending.js";
import { divisionByZero, expected } from "../mistakes/parse-problems.js";
import type { Problem } from "../problem.js";
import { isZeroDuration } from "../zero-duration.js";

/** How deep the arithmetic of a duration may be nested. */
const maxDurationDepth = 200;

const wanted = "a duration such as `5m`";

/** Where a duration stands, in Prometheus' words: for the message where it is missing. */
export type DurationContext = readonly [context: string, expected: string];

/** Reads what stands in brackets. Reports and returns nothing where no duration begins. */
export function parseDurationExpr(cursor: Cursor, context: DurationContext): DurationExpr | undefined {
  return binary(cursor, context, 0, 0);
}

const offsetContext: DurationContext = ["offset", "number, duration, step(), or range()"];

/**
 * Reads what follows `offset`. A number or duration ends it: `a offset 5m * 2` multiplies the result. Arithmetic
 * needs parentheses or two signs, and goes on behind them: `a offset (5m) * 2` goes back ten minutes.
 */
export function parseOffset(cursor: Cursor): DurationExpr | undefined {
  const [first, second] = [cursor.peek().type, cursor.peek(1).type];
  const calculates = first === "(" || (isSign(first) && isSign(second));
  if (calculates) return binary(cursor, offsetContext, 0, 0);
  return operand(cursor, offsetContext, 0);
}

function isSign(type: Lexeme["type"]): boolean {
  return type === "+" || type === "-";
}

function binary(cursor: Cursor, context: DurationContext, least: number, depth: number): DurationExpr | undefined {
  let left = operand(cursor, context, depth, binary);
  for (;;) {
    const lexeme = cursor.peek();
    const op = lexeme.type;
    if (!left || !isDurationOperator(op)) return left;
    const { precedence, rightAssociative } = operatorInfo(op);
    if (precedence < least) return left;
    cursor.next();
    const right = binary(cursor, context, rightAssociative ? precedence : precedence + 1, depth + 1);
    if (!right) return left;
    if ((op === "/" || op === "%") && isZeroDuration(right)) cursor.report(lexeme, divisionByZero(op));
    const span = { from: left.span.from, to: right.span.to };
    left = { kind: "DurationBinary", span, op: tokenOf(lexeme, op), left, right };
  }
}

const durationOperators: ReadonlySet<string> = new Set<DurationOperator>(["+", "-", "*", "/", "%", "^"]);

function isDurationOperator(type: string): type is DurationOperator {
  return durationOperators.has(type);
}

function operand(
  cursor: Cursor,
  context: DurationContext,
  depth: number,
  afterSign?: typeof binary,
): DurationExpr | undefined {
  const lexeme = cursor.peek();
  if (depth > maxDurationDepth) throw new TooDeep(lexeme);
  const type: string = lexeme.type;
  switch (type) {
    case "+":
    case "-":
      cursor.next();
      return signed(
        cursor,
        lexeme,
        afterSign ? afterSign(cursor, context, signPrecedence + 1, depth + 1) : operand(cursor, context, depth + 1),
      );
    case "(":
      return paren(cursor, context, depth);
    case "number":
    case "duration":
    case "variable":
      return literal(cursor.next());
    case "keyword":
      if (isDurationFunction(lexeme.text)) return call(cursor, context, lexeme.text, depth);
  }
  cursor.report(lexeme, { ...expected(wanted, lexeme, ...context), ...wrapped(cursor) });
  return undefined;
}

/** A duration in brackets or quotes where it stands alone, as in `offset [5m]` and `offset "5m"`. */
function wrapped(cursor: Cursor): Required<Pick<Problem, "help">> & Pick<Problem, "fixes"> {
  const [first, second, third] = [cursor.peek(), cursor.peek(1), cursor.peek(2)];
  const isBracketed = first.type === "[" && second.type === "duration" && third.type === "]";
  const duration = isBracketed ? second.text : first.type === "string" ? first.text : "";
  if (typeof parseDuration(duration) !== "number") return { help: "write a number with a unit: `5m`, `1h30m`" };
  const edits = [{ from: first.from, to: isBracketed ? third.to : first.to, insert: duration }];
  return mending(`Write \`${duration}\` alone`, edits);
}

function literal(lexeme: Lexeme): DurationLiteral {
  const { from, to, text } = lexeme;
  const duration = lexeme.type === "duration";
  const base = { kind: "DurationLiteral", span: { from, to }, seconds: lexeme.value ?? NaN, text, duration } as const;
  return lexeme.variable ? { ...base, variable: true } : base;
}

/** A sign before a literal belongs to it. */
function signed(cursor: Cursor, sign: Lexeme, expr: DurationExpr | undefined): DurationExpr | undefined {
  if (!expr) return undefined;
  const span = { from: sign.from, to: expr.span.to };
  const op = sign.type === "-" ? "-" : "+";
  if (expr.kind !== "DurationLiteral" || expr.variable) {
    return { kind: "DurationUnary", span, op: tokenOf(sign, op), expr };
  }
  return { ...expr, span, seconds: op === "-" ? -expr.seconds : expr.seconds, text: cursor.source(span) };
}

function paren(cursor: Cursor, context: DurationContext, depth: number): DurationExpr | undefined {
  const { from } = cursor.next();
  const expr = binary(cursor, context, 0, depth + 1);
  if (!expr) return undefined;
  if (!cursor.take(")")) cursor.report(cursor.peek(), expected("`)`", cursor.peek()));
  return { kind: "DurationParen", span: { from, to: cursor.last().to }, expr };
}

type DurationFunction = DurationCall["name"]["text"];

const argumentCounts = { step: 0, range: 0, min_of: 2, max_of: 2 } as const satisfies Record<DurationFunction, number>;

function isDurationFunction(text: string): text is DurationFunction {
  return Object.hasOwn(argumentCounts, text);
}

function call(
  cursor: Cursor,
  context: DurationContext,
  name: DurationFunction,
  depth: number,
): DurationExpr | undefined {
  const lexeme = cursor.next();
  if (!cursor.take("(")) {
    cursor.report(cursor.peek(), expected(`\`(\` after \`${name}\``, cursor.peek(), ...context));
    return undefined;
  }
  const args: DurationExpr[] = [];
  for (let index = 0; index < argumentCounts[name]; index++) {
    const arg = binary(cursor, context, 0, depth + 1);
    if (!arg) return undefined;
    args.push(arg);
    if (index === 0 && !cursor.take(",")) {
      cursor.report(cursor.peek(), expected("`,` and a second duration", cursor.peek(), ...context));
      return undefined;
    }
  }
  if (!cursor.take(")")) cursor.report(cursor.peek(), expected("`)`", cursor.peek(), ...context));
  return { kind: "DurationCall", span: { from: lexeme.from, to: cursor.last().to }, name: tokenOf(lexeme, name), args };
}
