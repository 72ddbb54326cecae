import { isCollection, Composer, Lexer, Parser, type CST, type Document } from "yaml";
import type { Problem, Span } from "../../syntax/problem.js";
import { resolveAliases } from "./aliases.js";
import type { TextDocument, TextDocuments, YamlError } from "../documents.js";
import { limitProblem, maxNesting, tooDeep } from "../limits.js";
import { nodeOf } from "./node-of-yaml.js";

/** How many documents a file may have. */
const maxDocuments = 10_000;

/** How many broken tokens are read before the rest of the file is left alone. */
const maxBroken = 100;

/** The documents of any YAML text, each parsed one time. Never throws, and its work is bounded on any text. */
export function parseYaml(text: string): TextDocuments {
  const stream: Stream = { aliases: 0, comments: [], limit: undefined };
  // All scalars are read as text, as Prometheus reads them; keys are compared where they matter.
  const composer = new Composer({ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false });
  const documents: TextDocument[] = [];
  for (const document of composer.compose(tokens(text, stream), true, text.length)) {
    documents.push(textDocument(document, stream.aliases > 0));
  }
  return { documents, comments: stream.comments, ...(stream.limit && { limit: stream.limit }) };
}

function textDocument(document: Document.Parsed, hasAliases: boolean): TextDocument {
  const { contents, range } = document;
  const errors = document.errors.filter((error) => !isTolerated(error));
  const [from] = range;
  if (errors.length > 0 || !isCollection(contents)) return { root: undefined, errors, from };
  if (!hasAliases) return { root: nodeOf(contents, new Map()), errors, from };

  const { targets, problem } = resolveAliases(contents);
  return problem ? { root: undefined, errors, problem, from } : { root: nodeOf(contents, targets), errors, from };
}

/** `|# why`, `"up"# why`: a comment right behind a value, as Prometheus and Kubernetes accept it. */
function isTolerated({ code, message }: YamlError): boolean {
  return code === "MISSING_CHAR" && message.startsWith("Comments must be separated");
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
      stream.limit = tooDeep(parser.offset - lexeme.length);
      return;
    }
  }
  yield* parser.end();
}

/** The lexer's mark before a plain scalar or the body of a block scalar. */
const scalarFollows = "\x1f";
