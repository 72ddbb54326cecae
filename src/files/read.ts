import type { Problem } from "../syntax/problem.js";
import { DocumentReader, type Collected } from "./document-reader.js";
import { findRules } from "./find-rules.js";
import { holdsActionLine, holdsHelmAction } from "./helm.js";
import { openTemplate } from "./helm-template.js";
import { maxFileSize } from "./limits.js";
import type { Entry } from "./mapping.js";
import { readGroups } from "./rule-file.js";
import { prometheusRules } from "./rule-format.js";
import { areGroups } from "./rule-shape.js";
import { mayTellInterval, readScrapeIntervals } from "./scrape-intervals.js";
import type { Source } from "./source.js";
import { sliceMap } from "./text-map.js";
import { isUnitTestFile, readUnitTests } from "./unit-test-file.js";
import { parseYaml, type YamlDocument, type YamlError } from "./yaml-documents.js";

/**
 * Reads the queries and rules of a file. `.promql` files are one query; everything else is YAML, of which JSON is a part.
 * Never throws: what keeps a file from being read is among the problems. A file without queries has none of either.
 */
export function readSource(path: string, text: string): Source {
  const collected: Collected = {
    path,
    text,
    queries: [],
    ruleFiles: [],
    scrapeIntervals: [],
    problems: [],
    fields: new Map(),
    comments: [],
    seen: new Set(),
  };
  const unreadable = tooLarge(text) ?? notText(text);
  if (unreadable) collected.problems.push(unreadable);
  else if (path.endsWith(".promql")) readQuery(collected);
  else if (mayHoldRules(text) || mayTellInterval(text)) readYaml(collected);
  const { fields, queries, ruleFiles, scrapeIntervals, problems, comments } = collected;
  return { path, text, queries, ruleFiles, scrapeIntervals, problems, comments, field: (field) => fields.get(field) };
}

/** Saves parsing what cannot hold rules: every rule file has a `groups` key, and every rule an `expr`. */
function mayHoldRules(text: string): boolean {
  return /groups|expr|customRules/.test(text);
}

function readQuery({ text, queries, fields }: Collected): void {
  const map = sliceMap({ from: text.startsWith("\ufeff") ? 1 : 0, to: text.length });
  const query = text.slice(map.offset(0));
  if (query.trim() === "") return;
  fields.set("", map);
  queries.push({ text: query, map, use: "range", field: "" });
}

function readYaml(collected: Collected): void {
  const { text } = collected;
  if (holdsHelmAction(text)) {
    readTemplate(collected);
    return;
  }
  const { documents, comments, limit } = parseYaml(text);
  const errors = documents.flatMap((document) => document.errors.slice(0, 1));
  if (errors.length > 0 && holdsActionLine(text)) {
    readTemplate(collected);
    return;
  }
  for (const comment of comments) collected.comments.push(comment);
  readDocuments(collected, documents);
  if (!mayHoldRules(text)) return;
  for (const error of errors) collected.problems.push(syntaxProblem(error, text));
  if (limit) collected.problems.push(limit);
}

/** Reads a Helm template with its actions masked. Offsets stay, so that all places are those of the file. */
function readTemplate(collected: Collected): void {
  const { text } = collected;
  const template = openTemplate(text);
  const masked: Collected = { ...collected, text: template.text, template };
  const { documents, comments, limit } = parseYaml(template.text);
  // Actions are masked as comments too.
  for (const comment of comments) if (text.startsWith("#", comment.from)) masked.comments.push(comment);
  readDocuments(masked, documents);
  const isBroken = documents.some(({ errors, problem }) => errors.length > 0 || problem);
  const skipped = template.skipped(isBroken && /\bexpr\b/.test(text));
  if (skipped) masked.problems.push(skipped);
  if (limit) masked.problems.push(limit);
}

function readDocuments(collected: Collected, documents: readonly YamlDocument[]): void {
  const several = documents.filter(({ root, problem, errors }) => root ?? problem ?? errors[0]).length > 1;
  let ruleFiles = 0;
  for (const [k, document] of documents.entries()) {
    const reader = new DocumentReader(collected, document);
    if (document.problem && !collected.template && mayHoldRules(collected.text))
      collected.problems.push(document.problem);
    const groups = readDocument(reader, several ? `documents[${k}].` : "");
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
    readGroups(reader, groups, `${field}groups`, prometheusRules);
    return groups;
  }
  findRules(reader, root, field);
  return undefined;
}

function tooLarge(text: string): Problem | undefined {
  if (text.length <= maxFileSize) return undefined;
  const message = `The file is not checked: it is longer than ${maxFileSize / 1024 / 1024} MiB`;
  return { code: "too-large", severity: "error", at: { from: 0, to: 0 }, message, help: "split it, or exclude it" };
}

/** A NUL, or one character in twenty that no text has: control characters and what is left of broken UTF-8. */
function notText(text: string): Problem | undefined {
  const first = text.search(strange);
  if (first === -1) return undefined;
  if (!text.includes("\0") && (text.match(everyStrange)?.length ?? 0) * 20 < text.length) return undefined;

  const at = { from: first, to: first + 1 };
  const message = "The file is not checked: it is no text";
  return { code: "not-text", severity: "error", at, message, help: "save it as UTF-8, or exclude it" };
}

const strange = /[\0-\x08\x0b\x0e-\x1f\x7f\ufffd]/;
const everyStrange = new RegExp(strange, "g");

function syntaxProblem(error: YamlError, text: string): Problem {
  const [from, to] = error.pos.map((at) => Math.min(at, text.length));
  const at = { from: from ?? 0, to: Math.max(from ?? 0, to ?? 0) };
  const message = `The document is not checked, since it is no valid YAML: ${error.message.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())}`;
  const help = yamlHelp(error, text.slice(text.lastIndexOf("\n", at.from - 1) + 1).split("\n", 1)[0] ?? "");
  return { code: "yaml-syntax", severity: "error", at, message, ...(help && { help }) };
}

function yamlHelp({ code }: YamlError, line: string): string | undefined {
  if (/:\s+\{\{/.test(line)) return "put a text that begins with `{{` in quotes";
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "BLOCK_AS_IMPLICIT_KEY") return "put a text that holds `: ` in quotes, or write it as a block below `|`";
  return undefined;
}
