import { ruleSettingsSchema } from "../lint/config.js";
import type { Rule } from "../lint/rule.js";
import { features } from "../promql/features.js";
import { duration, text } from "./schema-kinds.js";
import { serversSchema } from "./servers-schema.js";

/** Where the published copy stands, for editors. */
export const schemaUrl = "https://unpkg.com/promql-lint/docs/schemas/config.schema.json";

const pattern = { ...text, pattern: "^[^!]" };

/** The JSON Schema of a configuration, with the settings of these rules. */
export function configSchema(rules: readonly Rule[]): object {
  const perFile = fileProperties(rules);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A configuration of promql-lint",
    description: "How promql-lint looks at the files of a folder.",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string", description: "The address of this schema, for editors." },
      extends: oneOrMore(
        text,
        "What this configuration builds on: a preset (`recommended`, `strict`, `prometheus-3-migration`), the path of a file that begins with `.`, or a package. What stands later wins, and this file wins over all of it.",
      ),
      ...perFile,
      overrides: {
        type: "array",
        description: "What holds for some files only. What stands later wins.",
        items: {
          type: "object",
          description: "What holds for the files that match.",
          additionalProperties: false,
          required: ["files"],
          properties: {
            files: oneOrMore(
              pattern,
              "Patterns of the files, relative to the folder of the configuration. One without a slash matches the name of a file in any folder.",
            ),
            excludedFiles: oneOrMore(pattern, "Patterns of files that are not meant, although `files` matches."),
            ...perFile,
          },
        },
      },
      ignorePatterns: {
        type: "array",
        items: text,
        description: "Files that are left out, as in a `.gitignore` in the folder of the configuration.",
      },
      maxWarnings: {
        type: "integer",
        minimum: 0,
        description: "How many warnings there may be before the exit status is 1. That of the working folder holds.",
      },
      baseline: {
        ...text,
        description:
          "The file with the findings that are not reported, since they were there before. That of the working folder holds.",
      },
      servers: serversSchema,
    },
  };
}

function fileProperties(rules: readonly Rule[]): object {
  return {
    rules: ruleSettingsSchema(rules),
    prometheus: {
      type: "object",
      description: "The server for which the queries are meant.",
      additionalProperties: false,
      properties: {
        version: {
          type: "string",
          pattern: "^v?[0-9]{1,4}[.][0-9]{1,4}([.][0-9]{1,4})?(-[0-9A-Za-z.]+)?$",
          description: 'Its version as a text, such as `"2.53"` or `"3.5.0"`; without it, the newest known.',
        },
        features: {
          type: "array",
          items: { enum: features },
          uniqueItems: true,
          description: "The flags of `--enable-feature` that are on.",
        },
      },
    },
    scrapeInterval: {
      ...duration,
      description: "How often the metrics are scraped: a duration such as `30s`.",
    },
    metrics: {
      type: "array",
      items: text,
      description: "Files with the text that exporters serve under /metrics, from which types of metrics are learnt.",
    },
    use: {
      enum: ["instant", "range", "alert", "record"],
      description: "How the results of queries are used that stand in no alerting or recording rule.",
    },
    reportUnusedDisableDirectives: {
      enum: ["off", "info", "warning", "error"],
      description: "How bad a comment is that turns a rule off and suppresses nothing; without it, a warning.",
    },
    requireDisableReason: {
      type: "boolean",
      description: "Whether a comment that turns a rule off must say why, behind `--`.",
    },
  };
}

/** A text, or a list of them. */
function oneOrMore(item: object, description: string): object {
  return {
    description,
    if: { type: "array" },
    then: { type: "array", items: item, minItems: 1 },
    else: item,
  };
}
