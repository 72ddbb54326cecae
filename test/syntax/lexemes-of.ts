import type { Lexed } from "../../src/syntax/lex.js";

/** The lexemes of a query, without the end, each as its type and its text. */
export function lexemesOf({ lexemes }: Lexed): string[] {
  return lexemes
    .slice(0, -1)
    .map((lexeme) => (lexeme.type === lexeme.text ? lexeme.type : `${lexeme.type} ${lexeme.text}`));
}
