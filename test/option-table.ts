import { format } from "prettier";
import type { Option } from "../src/lint/options.js";
import type { Rule } from "../src/lint/rule.js";

/** The section on the options of a rule: a table, and all defaults as they stand in a configuration; nothing without options. */
export async function optionSection({ id, options }: Rule): Promise<string> {
  if (!options) return "";
  const entries = Object.entries(options);
  const defaults = Object.fromEntries(entries.map(([name, option]) => [name, option.default]));
  const lines = [
    "## Options",
    "",
    "| option | value | default | what it says |",
    "| --- | --- | --- | --- |",
    ...entries.map(
      ([name, option]) => `| \`${name}\` | ${valueOf(option)} | ${defaultOf(option)} | ${option.description} |`,
    ),
    "",
    "```json",
    JSON.stringify({ rules: { [id]: ["on", defaults] } }),
    "```",
  ];
  return format(lines.join("\n"), { parser: "markdown", printWidth: 120 });
}

/** A page with its section on options rewritten; it stands before the references. */
export function withOptionSection(markdown: string, section: string): string {
  const rest = markdown.replace(/^## Options\n[^]*?(?=^## )/m, "");
  return section === "" ? rest : rest.replace(/^## References$/m, (heading) => `${section}\n${heading}`);
}

function valueOf(option: Option): string {
  switch (option.type) {
    case "number":
    case "integer": {
      const kind = option.type === "integer" ? "a whole number" : "a number";
      const from = option.minimum === undefined ? "" : ` from ${option.minimum} on`;
      const to = option.maximum === undefined ? "" : ` up to ${option.maximum}`;
      return kind + from + to;
    }
    case "boolean":
      return "`true` or `false`";
    case "string":
      return option.format === "re2" ? "a regular expression" : "a text";
    case "object":
      return `by name, a list of ${option.additionalProperties.items.format === "re2" ? "regular expressions" : "texts"}`;
    case "array":
      return option.items.enum ? `a list of ${listOf(option.items.enum)}` : "a list of texts";
  }
}

function defaultOf(option: Option): string {
  return listOf(
    option.type === "object"
      ? Object.entries(option.default).map(([name, list]) => `${name}: ${list.join(", ")}`)
      : [option.default].flat(),
  );
}

function listOf(values: readonly unknown[]): string {
  return values.map((value) => `\`${String(value)}\``).join(", ") || "none";
}
