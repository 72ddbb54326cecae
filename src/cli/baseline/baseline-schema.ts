/** A finding that a baseline knows, and how often it occurs. */
export interface KnownFinding {
  /** Relative to the folder of the baseline, with `/`. */
  readonly path: string;
  readonly code: string;
  /** The alerting or recording rule. */
  readonly rule?: string;
  readonly fingerprint: string;
  readonly count: number;
}

/** A baseline as it is written: the type of {@link baselineSchema}. */
export interface BaselineFile {
  readonly $schema?: string;
  readonly version: 1;
  readonly findings: readonly KnownFinding[];
}

/** The JSON Schema of a baseline. */
export const baselineSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "A baseline of promql-lint",
  description: "The findings that promql-lint does not report, since they were there before.",
  type: "object",
  required: ["version", "findings"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", description: "The address of this schema, for editors." },
    version: { const: 1, description: "The version of this format." },
    findings: {
      type: "array",
      description: "The findings, sorted.",
      items: {
        type: "object",
        description: "A finding, and how often it occurs.",
        required: ["path", "code", "fingerprint", "count"],
        additionalProperties: false,
        properties: {
          path: { type: "string", minLength: 1, description: "The file, relative to the folder of the baseline." },
          code: { type: "string", minLength: 1, description: "The id of the rule or the code of the problem." },
          rule: { type: "string", description: "The name of the alerting or recording rule." },
          fingerprint: {
            type: "string",
            pattern: "^[0-9a-f]{16}$",
            description:
              "Of the rule's name and the query, 16 hexadecimal digits; its place in the file is no part of it.",
          },
          count: { type: "integer", minimum: 1, description: "How often it occurs." },
        },
      },
    },
  },
};
