import { binaryOperator } from "../lexeme-kinds.js";
import type { Lexeme } from "../lexeme.js";
import { bracesBehind, furtherMatchers } from "../mistakes/misplaced-matchers.js";
import { besides } from "../mistakes/missing-operator.js";
import { expected, foreignComparison } from "../mistakes/parse-problems.js";
import { singleEquals } from "../mistakes/single-equals.js";
import { completeOperators, openBinary } from "./operators.js";
import { closeParenthesis } from "./parentheses.js";
import { continuePrefix } from "./prefix.js";
import { readUnexpected, resume } from "./recovery.js";
import type { Stacks, Wanted } from "./stacks.js";

/** Reads what follows an operand: an operator, a comma, a closing parenthesis, the end. */
export function readContinuation(stacks: Stacks): Wanted {
  const { cursor, pending } = stacks;
  const lexeme = cursor.peek();
  const op = binaryOperator(lexeme);
  if (op) return openBinary(stacks, op);
  const prefix = pending.at(-1);
  const more = prefix?.kind === "prefix" ? continuePrefix(stacks, prefix) : undefined;
  if (more) return more;
  const type: string = lexeme.type;
  switch (type) {
    case "end":
      return "end";
    case ")":
      cursor.next();
      return closeParenthesis(stacks);
    case ",":
      return readComma(stacks);
    case "=":
      return readEquals(stacks, lexeme);
    default:
      return resume(stacks, lexeme) ?? readUnexpected(stacks, lexeme);
  }
}

function readComma(stacks: Stacks): "operand" | "operator" {
  const { cursor } = stacks;
  const comma = cursor.next();
  completeOperators(stacks);
  const frame = stacks.pending.at(-1);
  if (!frame || !("args" in frame)) return readForeignComma(stacks, comma);
  frame.args.push(stacks.pop());
  return "operand";
}

/** A comma that separates no arguments; it has been read. */
function readForeignComma(stacks: Stacks, comma: Lexeme): "operand" | "operator" {
  const { cursor, last } = stacks;
  const words = {
    ...expected("an operator or the end", comma),
    help: "join the two with `or` to see both: a query is one expression",
  };
  const said = cursor.isSaid();
  const joined = last && besides(cursor, last);
  const braces = last && cursor.peek().type === "{" && bracesBehind(cursor, last);
  if (braces) {
    stacks.report(comma, { ...braces, prometheus: words.prometheus }, said);
    stacks.skip();
    return "operator";
  }
  stacks.report(comma, { ...words, ...joined }, said);
  if (joined) return "operator";
  stacks.pop();
  return "operand";
}

/** `=` outside braces: a comparison of another language, or a matcher without its braces. */
function readEquals(stacks: Stacks, equals: Lexeme): "operand" | "operator" {
  const { cursor, pending, last } = stacks;
  const next = cursor.peek(1);
  if (next.from === equals.to && (next.type === ">" || next.type === "<")) {
    stacks.report(equals, foreignComparison({ from: equals.from, to: next.to }, `${next.type}=`, '"="'));
    cursor.next();
    return openBinary(stacks, `${next.type}=`);
  }
  const frame = pending.at(-1);
  const args = frame && "args" in frame ? frame.args.flatMap((arg) => arg.expr ?? []) : [];
  const more = args.length === 0 ? furtherMatchers(cursor) : 0;
  stacks.report(equals, singleEquals(cursor, equals, last, { args, more }));
  if (more === 0) return openBinary(stacks, "==");
  cursor.advance(more + 2);
  return "operator";
}
