import { isCollection, Composer, Lexer, Parser, type Alias, type CST, type Document, type Node } from "yaml";
import type { Problem, Span } from "../syntax/problem.js";
import { resolveAliases } from "./aliases.js";

/** How many mappings and lists may stand within each other. */
const maxNesting = 500;

/** Why a document is no YAML. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  /** Where it begins and ends in the file. */
  readonly pos: readonly [number, number];
}

/** A YAML document. It has a root where it is sound, and a mapping or a list. */
export interface YamlDocument {
  readonly root: Node | undefined;
  /** The node that an alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>;
  /** What YAML itself has against it. */
  readonly errors: readonly YamlError[];
  /** What is wrong with its aliases. */
  readonly problem?: Problem;
}

/** How many documents a file may have. */
const maxDocuments = 10_000;

/** How many broken tokens are read before the rest of the file is left alone. */
const maxBroken = 100;

/** The documents of a YAML text, each parsed one time. Never throws, and its work is bounded on any text. */
export function parseYaml(text: string): {
  documents: readonly YamlDocument[];
  comments: readonly Span[];
  limit?: Problem;
} {
  const stream: Stream = { aliases: 0, comments: [], limit: undefined };
  // All scalars are read as text, as Prometheus reads them; keys are compared where they matter.
  const composer = new Composer({ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false });
  const documents: YamlDocument[] = [];
  for (const document of composer.compose(tokens(text, stream), true, text.length)) {
    documents.push(yamlDocument(document, stream.aliases > 0));
  }
  return { documents, comments: stream.comments, ...(stream.limit && { limit: stream.limit }) };
}

function yamlDocument(document: Document.Parsed, hasAliases: boolean): YamlDocument {
  const { contents, errors } = document;
  if (errors.length > 0 || !isCollection(contents)) return { root: undefined, targets: new Map(), errors };
  if (!hasAliases) return { root: contents, targets: new Map(), errors };

  const { targets, problem } = resolveAliases(contents);
  return problem ? { root: undefined, targets, errors, problem } : { root: contents, targets, errors };
}

interface Stream {
  /** How many aliases have been seen. */
  aliases: number;
  readonly comments: Span[];
  /** The limit at which reading has ended. */
  limit: Problem | undefined;
}

function* tokens(text: string, stream: Stream): Generator<CST.Token, void> {
  const parser = new Parser();
  let scalar = false;
  let documents = 0;
  let broken = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (!scalar && lexeme.startsWith("*")) stream.aliases++;
    if (!scalar && lexeme.startsWith("#")) {
      stream.comments.push({ from: parser.offset, to: parser.offset + lexeme.trimEnd().length });
    }
    scalar = lexeme === scalarFollows;
    for (const token of parser.next(lexeme)) {
      if (token.type === "document") documents++;
      if (token.type === "error") broken++;
      yield token;
    }
    if (broken > maxBroken) return;
    if (documents >= maxDocuments) {
      stream.limit = limitProblem("too-many-documents", parser.offset, `it holds more than ${maxDocuments} documents`);
      return;
    }
    if (parser.stack.length > maxNesting) {
      const why = `more than ${maxNesting} lists and mappings stand within each other`;
      stream.limit = limitProblem("too-deep", parser.offset - lexeme.length, why);
      return;
    }
  }
  yield* parser.end();
}

function limitProblem(code: string, from: number, why: string): Problem {
  return { code, severity: "error", at: { from, to: from + 1 }, message: `The file is not checked from here: ${why}` };
}

/** The lexer's mark before a plain scalar or the body of a block scalar. */
const scalarFollows = "\x1f";
