import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";

/**
 * What is measured: the corpus that `PROMQL_CORPUS` names, else the examples of this project.
 *
 * @returns {{ source: string, queries: string[] }}
 */
export function readQueries() {
  const corpus = process.env["PROMQL_CORPUS"];
  const { source, queries } = corpus
    ? { source: `the corpus ${corpus} (PROMQL_CORPUS)`, queries: corpusQueries(corpus) }
    : { source: "the examples of this project (PROMQL_CORPUS is not set)", queries: exampleQueries() };
  const distinct = [...new Set(queries)];
  if (distinct.length === 0) throw new Error(`no queries in ${source}`);
  return { source, queries: distinct };
}

/**
 * The plain PromQL of `expressions.jsonl`: no Grafana variables, no templates.
 *
 * @param {string} folder
 */
function corpusQueries(folder) {
  const lines = readFileSync(join(folder, "expressions.jsonl"), "utf8").split("\n").filter(Boolean);
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ kind, grafana, templated }) => !grafana && !templated && kind !== "grafana-variable")
    .map(({ expr }) => String(expr));
}

/** The distinct queries of the catalogue that any server reads, in the order of its files. */
export function catalogueQueries() {
  const catalogues = documentsOfExamples(/^catalogue[\\/].*\.ya?ml$/);
  const entries = catalogues.flatMap((catalogue) => catalogue.entries ?? []);
  return [...new Set(entries.filter(({ requires }) => !requires.prometheus).map(({ query }) => query))];
}

function exampleQueries() {
  return documentsOfExamples(/^(?:catalogue|rules)[\\/].*\.ya?ml$/).flatMap(queriesIn);
}

/**
 * @typedef {{ readonly query: string, readonly requires: { readonly prometheus?: string } }} Entry
 * @param {RegExp} wanted What the paths within the examples match.
 * @returns {{ readonly entries?: readonly Entry[] }[]}
 */
function documentsOfExamples(wanted) {
  const examples = join(import.meta.dirname, "../../examples");
  const files = readdirSync(examples, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => wanted.test(file))
    .flatMap((file) => {
      const documents = parseAllDocuments(readFileSync(join(examples, file), "utf8"));
      return documents.filter(({ errors }) => errors.length === 0).map((document) => document.toJS());
    });
}

/**
 * The texts under the keys `expr` and `query`, however deep.
 *
 * @param {unknown} value
 * @returns {string[]}
 */
function queriesIn(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" && (key === "expr" || key === "query") ? [inner] : queriesIn(inner),
  );
}
