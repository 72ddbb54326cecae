import { didYouMean } from "../promql/spelling.js";
import { assertNever } from "../syntax/ast.js";
import type { Span } from "../syntax/problem.js";
import type { Command, Operand, ParenNode, Pipeline, StringNode, TemplateToken } from "./ast.js";
import type { TemplateCursor } from "./cursor.js";
import { templateFunction, templateFunctionNames } from "./functions.js";
import type { Lexeme, LexemeType } from "./lex.js";
import { ruleVariables } from "./rule-variables.js";
import { isCharacter, isComplex, isNumber, stringValue } from "./literals.js";

/** Reads a pipeline up to `end`, which is read too. `where` says to whom it belongs: `if`, `range`, `an action`. */
export function parsePipeline(cursor: TemplateCursor, where: string, end: LexemeType): Pipeline {
  const { from } = cursor.peekPastSpace();
  const declared = parseVariables(cursor, where);
  const commands: Command[] = [];
  while (cursor.peekPastSpace().type !== end) {
    if (!operandTypes.has(cursor.peek().type) && !cursor.atKeyword("nil")) {
      cursor.unexpected(where);
      break;
    }
    commands.push(parseCommand(cursor));
  }
  const to = commands.at(-1)?.span.to ?? cursor.peek().from;
  const span = { from, to: Math.max(from, to) };
  if (commands.length === 0) cursor.fail(cursor.peek(), `${where} has no value`);
  for (const { operands, span: at } of commands.slice(1)) {
    const kind = operands[0]?.kind ?? "Nil";
    const isDot = operands[0]?.kind === "Field" && operands[0].fields.length === 0;
    if (isDot || passive.has(kind))
      cursor.fail(at, `\`${textOf(cursor, at)}\` is no function, so nothing can be passed on to it`);
  }
  cursor.next();
  return { kind: "Pipeline", span, ...declared, commands };
}

const operandTypes: ReadonlySet<LexemeType> = new Set<LexemeType>([
  ...(["bool", "char", "complex", "dot", "field", "identifier", "number", "string", "variable", "left-paren"] as const),
]);

/** What is nothing that can be called. */
const passive: ReadonlySet<Operand["kind"]> = new Set<Operand["kind"]>(["Bool", "Nil", "Number", "String"]);

/** `$x :=`, `$x =`, and `$i, $e :=` after `range`. */
function parseVariables(cursor: TemplateCursor, where: string): Pick<Pipeline, "variables" | "assigns"> {
  const variables: TemplateToken[] = [];
  while (cursor.peekPastSpace().type === "variable") {
    const { type } = cursor.peekSecond();
    if (type !== "declare" && type !== "assign" && type !== "comma") break;
    const { text, from, to } = cursor.next();
    const mark = cursor.peekPastSpace();
    cursor.next();
    variables.push({ text, span: { from, to } });
    cursor.variables.declare(text, true);
    if (type !== "comma") return { variables, assigns: type === "assign" };

    if (where !== "`range`" || variables.length > 1) {
      cursor.fail(
        mark,
        where === "`range`" ? "`range` gives two variables at most" : "only `range` gives two variables",
      );
    } else if (!["variable", "close", "right-paren"].includes(cursor.peekPastSpace().type))
      cursor.unexpected("the variables of `range`");
  }
  return { variables, assigns: false };
}

function parseCommand(cursor: TemplateCursor): Command {
  const { from } = cursor.peekPastSpace();
  const operands: Operand[] = [];
  for (;;) {
    const operand = parseOperand(cursor);
    if (operand) operands.push(operand);
    const { type } = cursor.peek();
    if (type === "space") {
      cursor.next();
      continue;
    }
    if (type === "pipe") {
      if (operands.length === 0) cursor.fail(cursor.peek(), "a command is missing before `|`");
      cursor.next();
    } else if (type !== "close" && type !== "right-paren") {
      if (operand) cursor.fail(cursor.peek(), "a space is missing before it");
      else cursor.unexpected("a command");
    }
    break;
  }
  return { kind: "Command", span: { from, to: operands.at(-1)?.span.to ?? from }, operands };
}

function parseOperand(cursor: TemplateCursor): Operand | undefined {
  const term = parseTerm(cursor);
  if (!term || cursor.peek().type !== "field") return term;
  const fields: TemplateToken[] = [];
  while (cursor.peek().type === "field") fields.push(fieldOf(cursor.next()));
  const span = { from: term.span.from, to: fields.at(-1)?.span.to ?? term.span.to };
  if (term.kind === "Variable") return { ...term, span, fields };
  if (term.kind === "Field" && term.fields.length > 0) return { ...term, span, fields: [...term.fields, ...fields] };
  if (term.kind === "Paren" || term.kind === "Function") return { kind: "Chain", span, of: term, fields };
  cursor.fail(span, `\`${textOf(cursor, term.span)}\` has no fields`);
  return term;
}

/** A name without its dot. */
function fieldOf({ text, from, to }: Lexeme): TemplateToken {
  return { text: text.slice(1), span: { from: from + 1, to } };
}

function parseTerm(cursor: TemplateCursor): Operand | undefined {
  const lexeme = cursor.peekPastSpace();
  const { type, text, from, to } = lexeme;
  const span = { from, to };
  const read = <T extends Operand>(operand: T): T => {
    cursor.next();
    return operand;
  };
  switch (type) {
    case "identifier":
      if (!templateFunction(text)) failUnknown(cursor, lexeme);
      return read({ kind: "Function", span, name: text });
    case "variable":
      if (!cursor.variables.find(text)) failUndefined(cursor, lexeme);
      return read({ kind: "Variable", span, name: text, fields: [] });
    case "dot":
      return read({ kind: "Field", span, fields: [] });
    case "field":
      return read({ kind: "Field", span, fields: [fieldOf(lexeme)] });
    case "bool":
      return read({ kind: "Bool", span, text });
    case "char":
      if (!isCharacter(text))
        cursor.fail(lexeme, "single quotes hold exactly one character", { help: "write the text in double quotes" });
      return read({ kind: "Number", span, text });
    case "number":
    case "complex":
      if (!(type === "number" ? isNumber(text) : isComplex(text))) cursor.fail(lexeme, `\`${text}\` is no number`);
      return read({ kind: "Number", span, text });
    case "string":
      return parseString(cursor);
    case "left-paren":
      return cursor.nested(lexeme, () => parseParen(cursor));
    case "keyword":
      return text === "nil" ? read({ kind: "Nil", span, text }) : undefined;
    case "assign":
    case "close":
    case "comma":
    case "comment":
    case "declare":
    case "end":
    case "flaw":
    case "open":
    case "other":
    case "pipe":
    case "right-paren":
    case "space":
    case "text":
      return undefined;
    default:
      return assertNever(type);
  }
}

function parseParen(cursor: TemplateCursor): ParenNode {
  const { from } = cursor.next();
  const pipeline = parsePipeline(cursor, "a parenthesis", "right-paren");
  const to = cursor.text.indexOf(")", pipeline.span.to) + 1;
  return { kind: "Paren", span: { from, to: Math.max(pipeline.span.to, to) }, pipeline };
}

/** Reads a text in quotes, which comes next. */
export function parseString(cursor: TemplateCursor): StringNode {
  const { text, from, to } = cursor.peekPastSpace();
  const value = stringValue(text);
  if (value === undefined) cursor.fail({ from, to }, "the text has an escape sequence that Go does not know");
  cursor.next();
  return { kind: "String", span: { from, to }, text, value: value ?? "" };
}

function failUnknown(cursor: TemplateCursor, { text, from, to }: Lexeme): void {
  const variable = `$${text}`;
  const meant = cursor.variables.find(variable) ? variable : didYouMean(text, templateFunctionNames);
  cursor.fail({ from, to }, `no function is called \`${text}\``, meant ? { help: `write \`${meant}\`` } : {});
}

function failUndefined(cursor: TemplateCursor, { text, from, to }: Lexeme): void {
  const known = ruleVariables.map(([name]) => name).filter((name) => cursor.variables.find(name));
  const meant = didYouMean(text, known);
  cursor.fail({ from, to }, `the variable \`${text}\` is not declared`, meant ? { help: `write \`${meant}\`` } : {});
}

function textOf({ text }: TemplateCursor, { from, to }: Span): string {
  return text.slice(from, to);
}
