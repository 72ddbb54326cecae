// Reads rule files with one reader, once, in a process of its own, as a run of the command does. Prints the milliseconds.
import { performance } from "node:perf_hooks";
import { ruleFile } from "./rule-file.js";

/** @type {Readonly<Record<string, () => Promise<(text: string) => unknown>>>} */
const readers = {
  "yaml: parseAllDocuments": async () => {
    const { parseAllDocuments } = await import("yaml");
    return (text) => parseAllDocuments(text);
  },
  "yaml: Lexer and Parser": async () => {
    const { Lexer, Parser } = await import("yaml");
    return (text) => {
      const parser = new Parser();
      /** @type {unknown[]} */
      const tokens = [];
      for (const lexeme of new Lexer().lex(text)) for (const token of parser.next(lexeme)) tokens.push(token);
      return tokens;
    };
  },
  "@lezer/yaml: parse": async () => {
    const { parser } = await import("@lezer/yaml");
    return (text) => parser.parse(text);
  },
  "promql-lint": async () => {
    const { parseDocuments } = await import("../../dist/src/files/documents.js");
    return (text) => parseDocuments(text);
  },
};

const [name = ""] = process.argv.slice(2);
const files = Array.from({ length: 10 }, (_, k) => ruleFile(k * 250, 250));
if (name === "") console.log(Object.keys(readers).join("\n"));
else {
  const read = await readers[name]?.();
  if (!read) throw new Error(`no reader is called ${name}`);
  const start = performance.now();
  for (const file of files) read(file);
  console.log(performance.now() - start);
}
