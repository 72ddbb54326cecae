import { createRequire } from "node:module";
import { parser } from "@prometheus-io/lezer-promql";
import { check, lint, parse } from "promql-lint";
import { all } from "promql-lint/rules";

// As CommonJS, so that all three share one copy of CodeMirror.
const require = createRequire(import.meta.url);
const { ensureSyntaxTree, syntaxTree } = require("@codemirror/language");
const { EditorState } = require("@codemirror/state");
const { Parser } = require("@prometheus-io/codemirror-promql/dist/cjs/parser");
const { LanguageType, promQLLanguage } = require("@prometheus-io/codemirror-promql");

const language = promQLLanguage(LanguageType.PromQL);

/**
 * One way to read a query. What `run` returns depends on the whole result, so that no work can be left out.
 *
 * @typedef {{ name: string, run: (query: string) => number }} Contender
 */

/** The first one is what the others are compared with. @type {readonly Contender[]} */
export const contenders = [
  { name: "lezer-promql: parse", run: (query) => parser.parse(query).length },
  { name: "codemirror-promql: parse + analyze", run: (query) => analyze(query) },
  { name: "promql-lint: parse", run: (query) => parsed(parse(query)) },
  { name: "promql-lint: parse + check", run: (query) => check(query).length },
  { name: "promql-lint: lint (all rules)", run: (query) => lint(query, { rules: all }).length },
];

/** @param {import("promql-lint").Parsed} parsed */
function parsed({ expr, problems }) {
  return (expr?.span.to ?? 0) + problems.length;
}

/**
 * An editor parses at first what is seen, for a few milliseconds; `analyze` reads what the state holds.
 *
 * @param {string} query
 */
function analyze(query) {
  let state = EditorState.create({ doc: query, extensions: [language] });
  const tree = ensureSyntaxTree(state, state.doc.length, 60_000);
  state = state.update({}).state;
  if (!tree || syntaxTree(state) !== tree) throw new Error("the tree of the editor is not whole");
  const analyzer = new Parser(state);
  analyzer.analyze();
  return tree.length + analyzer.getDiagnostics().length;
}
