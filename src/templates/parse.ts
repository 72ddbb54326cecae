import type { Problem } from "../syntax/problem.js";
import type {
  ControlBranch,
  ControlNode,
  DefineNode,
  Pipeline,
  RangeNode,
  StringNode,
  Template,
  TemplateNode,
} from "./ast.js";
import { TemplateCursor } from "./cursor.js";
import type { Lexeme } from "./lex.js";
import { parsePipeline, parseString } from "./parse-pipeline.js";
import { ruleVariables } from "./rule-variables.js";
import { Scope } from "./scope.js";

/** A template, and the reason for which Prometheus rejects it; then the tree is what was read before. */
export interface ParsedTemplate {
  readonly template: Template;
  readonly problem?: Problem;
}

/**
 * Reads the template of a label or annotation of an alerting rule. Never throws; accepts what a Prometheus server does,
 * but for templates that are nested deeper than any person writes them.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const cursor = new TemplateCursor(text, ["$", ...ruleVariables.map(([name]) => name)]);
  const names = new Map<string, boolean>();
  const body: TemplateNode[] = [];
  for (
    let end = readList(cursor, body, names, true);
    end.type === "keyword";
    end = readList(cursor, body, names, true)
  ) {
    cursor.fail(end, `\`${end.text}\` belongs to no block`);
  }
  const template: Template = { kind: "Template", span: { from: 0, to: text.length }, body };
  return cursor.problem ? { template, problem: cursor.problem } : { template };
}

/** The templates that have been defined, and whether they print anything. */
type Names = Map<string, boolean>;

/** Reads up to `{{end}}`, `{{else` or the end of the text, and answers that lexeme, which is read but for what follows it. */
function readList(cursor: TemplateCursor, into: TemplateNode[], names: Names, isTop: boolean): Lexeme {
  for (;;) {
    const lexeme = cursor.peek();
    const { type, text, from, to } = lexeme;
    if (type === "text") into.push({ kind: "Text", span: { from, to }, value: text });
    else if (type === "comment") into.push({ kind: "Comment", span: { from, to } });
    else if (type === "open") {
      cursor.next();
      const end = readAction(cursor, into, names, isTop);
      if (end) return end;
      continue;
    } else {
      if (type !== "end") cursor.unexpected("a template");
      return { ...lexeme, type: "end" };
    }
    cursor.next();
  }
}

/** Reads an action after its `{{`; answers the keyword where it ends or parts a block. */
function readAction(cursor: TemplateCursor, into: TemplateNode[], names: Names, isTop: boolean): Lexeme | undefined {
  const lexeme = cursor.peekPastSpace();
  if (cursor.atKeyword("end") || cursor.atKeyword("else")) {
    cursor.next();
    const goesOn = lexeme.text === "else" && (cursor.atKeyword("if") || cursor.atKeyword("with"));
    if (!goesOn) expectClose(cursor, `\`${lexeme.text}\``);
    return lexeme;
  }
  const node = readNode(cursor, lexeme, names, isTop);
  if (node) into.push(node);
  return undefined;
}

function readNode(cursor: TemplateCursor, lexeme: Lexeme, names: Names, isTop: boolean): TemplateNode | undefined {
  const word = lexeme.type === "keyword" ? lexeme.text : "";
  switch (word) {
    case "if":
    case "with":
      return cursor.nested(lexeme, () => parseControl(cursor, names));
    case "range":
      return cursor.nested(lexeme, () => parseRange(cursor, names));
    case "block":
      return cursor.nested(lexeme, () => parseBlock(cursor, names));
    case "template":
      return parseCall(cursor);
    case "define":
      if (isTop) return cursor.nested(lexeme, () => parseDefine(cursor, names));
      cursor.fail(lexeme, "`define` has no place in a block", { help: "move it out of the block" });
      return undefined;
    case "break":
    case "continue":
      return parseJump(cursor, word);
    default: {
      const pipeline = parsePipeline(cursor, "an action", "close");
      return { kind: "Action", span: pipeline.span, pipeline };
    }
  }
}

function expectClose(cursor: TemplateCursor, where: string): void {
  if (!cursor.take("close")) cursor.unexpected(where);
}

function parseControl(cursor: TemplateCursor, names: Names): ControlNode {
  const first = cursor.next();
  const kind = first.text === "if" ? "If" : "With";
  const size = cursor.variables.size;
  const branches: ControlBranch[] = [];
  let end: Lexeme;
  do {
    if (branches.length > 0) cursor.next();
    const pipeline = parsePipeline(cursor, `\`${first.text}\``, "close");
    const body: TemplateNode[] = [];
    end = readList(cursor, body, names, false);
    branches.push({ pipeline, body });
  } while (end.text === "else" && cursor.atKeyword(first.text));
  const otherwise = readElse(cursor, first, end, names);
  cursor.variables.release(size);
  return { kind, span: spanOf(first), branches, ...(otherwise && { otherwise }) };
}

/** Reads what follows `{{else}}`, and complains where the block does not end. */
function readElse(
  cursor: TemplateCursor,
  first: Lexeme,
  end: Lexeme,
  names: Names,
): readonly TemplateNode[] | undefined {
  const otherwise: TemplateNode[] = [];
  const last = end.text === "else" ? readList(cursor, otherwise, names, false) : end;
  expectEnd(cursor, first, last);
  return end.text === "else" ? otherwise : undefined;
}

function expectEnd(cursor: TemplateCursor, first: Lexeme, last: Lexeme): void {
  if (last.text === "end") return;
  if (last.text === "else") cursor.fail(last, `\`${first.text}\` has no place for this \`else\``);
  else cursor.fail(first, `\`${first.text}\` has no \`end\``, { help: "add `{{ end }}`" });
}

function parseRange(cursor: TemplateCursor, names: Names): RangeNode {
  const first = cursor.next();
  const size = cursor.variables.size;
  const pipeline = parsePipeline(cursor, "`range`", "close");
  const body: TemplateNode[] = [];
  cursor.loops += 1;
  const end = readList(cursor, body, names, false);
  cursor.loops -= 1;
  const otherwise = readElse(cursor, first, end, names);
  cursor.variables.release(size);
  return { kind: "Range", span: spanOf(first), pipeline, body, ...(otherwise && { otherwise }) };
}

function parseName(cursor: TemplateCursor, word: string): StringNode | undefined {
  if (cursor.peekPastSpace().type === "string") return parseString(cursor);
  cursor.unexpected(`\`${word}\`, which needs a name in quotes`);
  return undefined;
}

/** What is defined has its own variables, and stands in no loop. */
function readDefinition(
  cursor: TemplateCursor,
  first: Lexeme,
  name: StringNode,
  names: Names,
): readonly TemplateNode[] {
  const { variables, loops } = cursor;
  cursor.variables = new Scope<true>([["$", true]]);
  cursor.loops = 0;
  const body: TemplateNode[] = [];
  expectEnd(cursor, first, readList(cursor, body, names, false));
  cursor.variables = variables;
  cursor.loops = loops;
  const prints = body.some(printsSomething);
  if (prints && names.get(name.value)) cursor.fail(name.span, `the template \`${name.value}\` is defined twice`);
  names.set(name.value, prints || names.get(name.value) === true);
  return body;
}

function printsSomething(node: TemplateNode): boolean {
  return node.kind === "Text" ? node.value.trim() !== "" : node.kind !== "Comment";
}

function parseDefine(cursor: TemplateCursor, names: Names): DefineNode | undefined {
  const first = cursor.next();
  const name = parseName(cursor, "define");
  if (!name) return undefined;
  expectClose(cursor, "`define`");
  return { kind: "Define", span: spanOf(first), name, body: readDefinition(cursor, first, name, names) };
}

function parseBlock(cursor: TemplateCursor, names: Names): TemplateNode | undefined {
  const first = cursor.next();
  const name = parseName(cursor, "block");
  if (!name) return undefined;
  const pipeline = parsePipeline(cursor, "`block`", "close");
  return { kind: "Block", span: spanOf(first), name, pipeline, body: readDefinition(cursor, first, name, names) };
}

function parseCall(cursor: TemplateCursor): TemplateNode | undefined {
  const first = cursor.next();
  const name = parseName(cursor, "template");
  if (!name) return undefined;
  const span = spanOf(first);
  if (cursor.take("close")) return { kind: "TemplateCall", span, name };
  const pipeline: Pipeline = parsePipeline(cursor, "`template`", "close");
  return { kind: "TemplateCall", span, name, pipeline };
}

function parseJump(cursor: TemplateCursor, word: "break" | "continue"): TemplateNode {
  const first = cursor.next();
  expectClose(cursor, `\`${word}\``);
  if (cursor.loops === 0) cursor.fail(first, `\`${word}\` stands in no \`range\``);
  return { kind: word === "break" ? "Break" : "Continue", span: spanOf(first) };
}

function spanOf({ from, to }: Lexeme): { from: number; to: number } {
  return { from, to };
}
