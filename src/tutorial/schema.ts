import { constructNames } from "./constructs.js";

const duration = { type: "string", pattern: "^[1-9]\\d{0,3}(ms|s|m|h|d)$" };
const constructs = { type: "array", minItems: 1, uniqueItems: true, items: { enum: constructNames } };

const exercise = {
  type: "object",
  description:
    "How an exercise is judged: its result must be that of the answer, and nothing may be found in its query.",
  additionalProperties: false,
  required: ["id", "kind", "wrong"],
  properties: {
    id: {
      type: "string",
      pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
      description: "Names the exercise; in kebab case, unique among all lessons.",
    },
    kind: {
      enum: ["instant", "range", "alert"],
      description: "How the result is used: at one moment, for a graph, or as the condition of an alert.",
    },
    wrong: {
      type: "string",
      pattern: "^[a-z]+(-[a-z0-9]+)*$",
      description: "Why the start does not pass: the code of a finding or problem, or the kind of a difference.",
    },
    last: { ...duration, description: "Of a range: how long it is, such as 30m; an hour, if not given." },
    step: { ...duration, description: "Of a range: the time between two points; a minute, if not given." },
    ago: { ...duration, description: "How long before now the result is asked for; now, if not given." },
    uses: { ...constructs, description: "Functions, aggregations, operators and keywords that the query must have." },
    avoids: { ...constructs, description: "Functions, aggregations, operators and keywords that it must not have." },
    why: {
      type: "string",
      minLength: 1,
      description: "Why the query must have them, or must not: a sentence for somebody whose result is right.",
    },
    order: { type: "boolean", description: "Whether the order of the series counts." },
    name: { type: "boolean", description: "Whether the name of the metric counts." },
  },
};

/** The JSON Schema of the front matter of a lesson; `docs/schemas/lesson.schema.json` is its published copy. */
export const lessonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "The front matter of a PromQL lesson",
  description: "What a program has to know of a lesson, for promql-lint learn.",
  type: "object",
  additionalProperties: false,
  required: ["version", "level", "exercises"],
  properties: {
    version: { const: 1, description: "The version of this format." },
    level: {
      enum: ["beginner", "intermediate", "advanced"],
      description: "How much PromQL a reader must know.",
    },
    exercises: {
      type: "array",
      minItems: 1,
      items: exercise,
      description: "The exercises, in the order in which they stand in the text.",
    },
  },
};
