import { composeMaps, withinEdits } from "./compose-maps.js";
import type { Collected } from "./document-reader.js";
import { placed } from "./placed.js";
import type { TextMap } from "./text-map.js";

/** A file that stands in a text of another file, such as a dashboard in a ConfigMap. */
export interface Embedded {
  /** What it would be called as a file; its ending tells what it holds. */
  readonly name: string;
  readonly text: string;
  /** Leads to the file around it. */
  readonly map: TextMap;
  /** The way to it; its own fields continue it. */
  readonly field: string;
}

/** Reads a file by its name; `field` is what the ways to its fields begin with. */
export type ReadFile = (collected: Collected, name: string, field: string) => void;

/** How many files may stand within each other. */
const maxEmbedding = 3;

/**
 * Reads a file, and then those that stand in its texts. `read` adds to what it is given; the places of embedded files are
 * led back to the file around them. Takes no more than a few passes over any text.
 */
export function readEmbedded(collected: Collected, read: ReadFile, depth = 0): void {
  const { embedded, problems, queries, ruleFiles, dashboards, scrapeIntervals, fields, comments, template } = collected;
  for (const { name, text, field, ...own } of depth < maxEmbedding ? embedded : []) {
    const map = withinEdits(own.map);
    const inner = collect(collected.path, text);
    read(inner, name, `${field}.`);
    readEmbedded(inner, read, depth + 1);
    for (const problem of inner.problems) {
      const told = problem.code === "helm-template" && problems.some(({ code }) => code === problem.code);
      if (!told) problems.push({ ...problem, ...placed(problem, map) });
    }
    for (const inside of inner.queries) {
      const query = { ...inside, map: composeMaps(inside.map, map) };
      const readable = template ? template.query(query, query.map.span({ from: 0, to: inside.text.length })) : query;
      if (readable) queries.push(readable);
    }
    for (const [path, inside] of inner.fields) fields.set(path, composeMaps(inside, map));
    for (const file of inner.ruleFiles) ruleFiles.push(file);
    // A template may fill in the rest of a dashboard.
    for (const own of inner.dashboards) dashboards.push(template ? { ...own, hasAllVariables: false } : own);
    for (const interval of inner.scrapeIntervals) scrapeIntervals.push({ ...interval, at: map.span(interval.at) });
    for (const comment of inner.comments) comments.push(map.span(comment));
  }
  if (embedded.length > 0) comments.sort((a, b) => a.from - b.from);
}

/** Nothing yet of a file. */
export function collect(path: string, text: string): Collected {
  return {
    path,
    text,
    queries: [],
    ruleFiles: [],
    dashboards: [],
    scrapeIntervals: [],
    problems: [],
    fields: new Map(),
    comments: [],
    embedded: [],
    seen: new Set(),
  };
}
