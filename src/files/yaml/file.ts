import { readDashboardsOfValues, readFilesOfManifest } from "../config-map.js";
import type { Span } from "../../syntax/problem.js";
import { DocumentReader, type Collected } from "../document-reader.js";
import { readEmbedded, type ReadFile } from "../embedded.js";
import { findRules } from "../rule-files/find-rules.js";
import { readGrafana } from "../grafana/grafana.js";
import { isTemplate } from "../helm/is-template.js";
import { rulesIn } from "../helm/pieces.js";
import { openTemplate } from "../helm/template.js";
import type { Entry } from "../mapping.js";
import { readGroups } from "../rule-files/file.js";
import { prometheusRules } from "../rule-files/format.js";
import { checkGroupsKey } from "../rule-files/fields.js";
import { areGroups, misspeltGroups } from "../rule-files/shape.js";
import { mayTellInterval, readScrapeIntervals } from "../scrape-intervals.js";
import { isUnitTestFile, readUnitTests } from "../unit-test-file.js";
import { parseDocuments, type TextDocument } from "../documents.js";
import { checkEscapes } from "./escapes.js";
import { yamlProblem } from "./problem.js";

/**
 * Saves parsing what cannot hold queries: every rule file has a `groups` key, every rule and panel an `expr`, a chart may have `customRules`, and the
 * variables of a dashboard stand below `templating`, or are of the kind `QueryVariable`. JSON of other kinds is common
 * and large, so an `expr` alone is not enough there.
 */
export function mayHoldQueries(text: string): boolean {
  if (!/^\ufeff?\s*[[{]/.test(text)) return /groups|expr|customRules|templating|QueryVariable|\.promql/.test(text);
  if (jsonKey("groups|templating").test(text) || /QueryVariable|\.promql"/.test(text)) return true;
  return jsonKey("expr").test(text) && jsonKey("panels|rows|elements|targets|annotations|alert|record").test(text);
}

/** A key of JSON, also where that is the text of another JSON, or of a YAML mapping in braces. */
function jsonKey(names: string): RegExp {
  return new RegExp(String.raw`\b(?:${names})\\*["']?\s*:`);
}

/** Reads a YAML or JSON file, or a Helm template of one. `field` is what the ways to its fields begin with. */
export function readYaml(collected: Collected, field: string, readFile: ReadFile): void {
  const { text } = collected;
  if (isTemplate(text)) {
    readTemplate(collected, field, readFile);
    return;
  }
  const { documents, comments, limit } = parseDocuments(text);
  const errors = documents.flatMap((document) => document.errors.slice(0, 1));
  for (const comment of comments) collected.comments.push(comment);
  readDocuments(collected, documents, field);
  if (!mayHoldQueries(text)) return;
  for (const error of errors) collected.problems.push(yamlProblem(error, text));
  if (limit) collected.problems.push(limit);
}

/** Reads a Helm template with its actions masked. Offsets stay, so that all places are those of the file. */
function readTemplate(collected: Collected, field: string, readFile: ReadFile): void {
  const { text } = collected;
  const template = openTemplate(text);
  const masked: Collected = { ...collected, text: template.text, embedded: [], template };
  const { documents, comments, limit } = parseDocuments(template.text);
  // Actions are masked as comments too.
  for (const comment of comments) if (text.startsWith("#", comment.from)) masked.comments.push(comment);
  readDocuments(masked, documents, field);
  for (const [k, part] of brokenParts(documents, text.length).entries()) readRules(masked, part, `${field}parts[${k}]`);
  readEmbedded(masked, readFile);
  const isBroken = documents.some(({ errors, problem }) => errors.length > 0 || problem);
  const skipped = template.skipped(isBroken && /\bexpr\b/.test(text));
  if (skipped) masked.problems.push(skipped);
  if (limit) masked.problems.push(limit);
}

/** The parts of a template that are no YAML, each up to the next document. */
function brokenParts(documents: readonly TextDocument[], length: number): readonly Span[] {
  return documents.flatMap(({ errors, from }, k) =>
    errors.length > 0 && from !== undefined ? [{ from, to: documents[k + 1]?.from ?? length }] : [],
  );
}

/** Reads the rules of a part that by themselves are YAML. */
function readRules(collected: Collected, part: Span, field: string): void {
  for (const [k, root] of Array.from(rulesIn(collected.text, part)).entries()) {
    findRules(new DocumentReader(collected, { root, errors: [] }), root, `${field}.rules[${k}]`);
  }
}

function readDocuments(collected: Collected, documents: readonly TextDocument[], field: string): void {
  const several = documents.filter(({ root, problem, errors }) => root ?? problem ?? errors[0]).length > 1;
  let ruleFiles = 0;
  for (const [k, document] of documents.entries()) {
    const reader = new DocumentReader(collected, document);
    if (document.problem && !collected.template && mayHoldQueries(collected.text))
      collected.problems.push(document.problem);
    const groups = readDocument(reader, several ? `${field}documents[${k}].` : field);
    if (groups && ruleFiles++ > 0) {
      const message = "These rules never run, since Prometheus reads the first document of a rule file alone";
      reader.problem("ignored-document", groups.key, message, "move them above the `---`, or into a file", "warning");
    }
  }
}

/** Collects what a document holds. Returns the groups of a rule file. */
function readDocument(reader: DocumentReader, field: string): Entry | undefined {
  const { root } = reader;
  const entries = reader.peek(root);
  if (!root) return undefined;

  if (!reader.collected.template && mayTellInterval(reader.collected.text)) readScrapeIntervals(reader, root);
  if (entries && isUnitTestFile(reader, entries)) {
    readUnitTests(reader, entries.get("tests"), `${field}tests`);
    return undefined;
  }
  const groups = entries?.has("kind") ? undefined : entries?.get("groups");
  if (groups && areGroups(reader, groups)) {
    for (const [name, { key }] of reader.entries(root, "file") ?? []) {
      if (name === "groups" || name === "namespace") continue;
      reader.problem(
        "unknown-field",
        key,
        `Prometheus rejects the file: it has no field \`${name}\``,
        undefined,
        "warning",
      );
    }
    checkEscapes(reader, root);
    readGroups(reader, groups, `${field}groups`, prometheusRules);
    return groups;
  }
  const misspelt = entries?.size === 1 ? misspeltGroups(reader, entries) : undefined;
  if (misspelt) {
    checkGroupsKey(reader, misspelt, "The file is rejected: it has no field");
    readGroups(reader, misspelt[1], `${field}${misspelt[0]}`, prometheusRules);
    return misspelt[1];
  }
  readGrafana(reader, root, field);
  if (entries?.has("kind")) readFilesOfManifest(reader, root, field);
  if (entries) readDashboardsOfValues(reader, entries, field);
  findRules(reader, root, field);
  return undefined;
}
