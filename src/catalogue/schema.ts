import { features } from "../promql/features.js";
import { noRule } from "./entry.js";

const text = { type: "string", minLength: 1 };
const url = { type: "string", pattern: "^https?://[^\\s]+$" };
const versions = { type: "string", pattern: "^(>=|<|>|<=|=) ?\\d+(\\.\\d+)*( (>=|<|>|<=|=) ?\\d+(\\.\\d+)*)*$" };
const kebabCase = "^[a-z0-9]+(-[a-z0-9]+)*$";
const texts = { type: "array", items: text, uniqueItems: true };

const exporter = {
  type: "object",
  description: "Who gives the metrics of this catalogue, and how to know its targets on a server.",
  additionalProperties: false,
  required: ["name", "jobs", "docs"],
  properties: {
    name: { ...text, description: "The exporter's name, as users say it: node-exporter." },
    jobs: { ...texts, description: "Names that the scrape job of the exporter usually has." },
    port: {
      type: "integer",
      minimum: 1,
      maximum: 65535,
      description: "The port on which the exporter listens unless told otherwise.",
    },
    version: { ...versions, description: "The versions of the exporter for which the catalogue is written." },
    docs: { ...url, description: "Where the exporter is documented." },
    scrape: {
      ...text,
      description:
        "A scrape job for Prometheus' configuration, where the exporter needs one that is out of the ordinary.",
    },
  },
};

const requires = {
  type: "object",
  description: "What the query needs in order to return something.",
  additionalProperties: false,
  required: ["metrics"],
  properties: {
    metrics: {
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { type: "string", pattern: "^[a-zA-Z_:][a-zA-Z0-9_:]*$" },
      description: "The names of the series that the query reads, with _bucket, _sum and _count.",
    },
    flags: {
      type: "array",
      uniqueItems: true,
      items: { type: "string", pattern: "^--\\S+$" },
      description: "Flags that turn the metrics on, or must not have been turned off.",
    },
    version: { ...versions, description: "The versions of the exporter that have the metrics, such as >= 1.0.0." },
    prometheus: {
      ...versions,
      description: "The versions of Prometheus that accept the query, where 2.42 does not: >= 3.0.",
    },
    features: {
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: { enum: features },
      description: "Feature flags that the Prometheus server needs for the query: --enable-feature=…",
    },
    note: { ...text, description: "What a machine or cluster must have besides, in a sentence." },
  },
};

const wrongWay = {
  type: "object",
  description: "A query that people write for the same question, and that answers another one or none.",
  additionalProperties: false,
  required: ["query", "why", "rule"],
  properties: {
    query: { ...text, description: "The PromQL expression as it is written by mistake." },
    why: { ...text, description: "What its result is instead, and where it shows." },
    rule: {
      type: "string",
      pattern: kebabCase,
      description: `The rule or problem of promql-lint that finds it; ${noRule} where no rule can see it.`,
    },
  },
};

const entry = {
  type: "object",
  description: "A query that is worth knowing.",
  additionalProperties: false,
  required: [
    "id",
    "question",
    "query",
    "kind",
    "unit",
    "type",
    "labels",
    "explanation",
    "requires",
    "source",
    "tags",
    "level",
  ],
  properties: {
    id: {
      type: "string",
      pattern: kebabCase,
      description: "Names the entry; in kebab case, unique among all catalogues.",
    },
    question: { type: "string", pattern: "\\?$", description: "The question that the query answers, ending in ?." },
    query: { ...text, description: "The PromQL expression." },
    kind: {
      enum: ["instant", "range", "alert"],
      description:
        "How the query is meant: at one moment, for a graph, or as a condition that is empty while all is well.",
    },
    unit: { ...text, description: "The unit of the result's values: ratio, bytes, requests/second." },
    type: {
      enum: ["vector", "scalar", "string", "matrix"],
      description: "The value type of the expression.",
    },
    labels: { ...texts, description: "Labels that every series of the result has; it may have more." },
    explanation: { ...text, description: "Why the query is written as it is, and how to read its result." },
    wrong: {
      type: "array",
      minItems: 1,
      items: wrongWay,
      description: "Common wrong ways to ask, the most common first.",
    },
    requires,
    incident: {
      type: "string",
      pattern: kebabCase,
      description:
        "The incident of the demo cluster in which an alert's condition is met; without one it never is there.",
    },
    source: { ...url, description: "Public documentation on which the entry rests." },
    tags: { ...texts, minItems: 1, description: "Subjects to find the entry by." },
    level: {
      enum: ["beginner", "intermediate", "advanced"],
      description: "How much PromQL a reader must know.",
    },
  },
};

/** The JSON Schema of a catalogue; `docs/schemas/catalogue.schema.json` is its published copy. */
export const catalogueSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A catalogue of PromQL queries",
  description: "Queries for the metrics of one exporter, for promql-lint catalogue.",
  type: "object",
  additionalProperties: false,
  required: ["version", "exporter", "entries"],
  properties: {
    $schema: { type: "string", description: "The address of this schema, for editors." },
    version: { const: 1, description: "The version of this format." },
    exporter,
    entries: {
      type: "array",
      minItems: 1,
      items: entry,
      description: "The queries, in the order in which they are listed.",
    },
  },
};
