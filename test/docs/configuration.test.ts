import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { parseDocument } from "yaml";
import { describe, expect, test } from "vitest";
import { all, presets } from "../../rules/index.js";
import { configSchema } from "../../src/config/schema.js";
import { validateConfig } from "../../src/config/validate-config.js";
import { isObject, type JsonObject } from "../../src/schema/object.js";
import { fences, readPage, tableBelow } from "./pages.js";
import { root } from "./run-typescript.js";

const page = "docs/configuration.md";
const top = propertiesOf(configSchema(all));
const override = propertiesOf(itemsOf(top["overrides"]));
const server = propertiesOf(additionalOf(top["servers"]));
const own = Object.keys(override).filter((key) => !(key in top));

test("the tables of keys are those of the schema; UPDATE=1 writes them", async () => {
  const tables: readonly (readonly [string, JsonObject])[] = [
    ["Keys", top],
    ["Overrides", Object.fromEntries(Object.entries(override).filter(([key]) => own.includes(key)))],
    ["Server", propertiesOf(top["prometheus"])],
    ["Named servers", server],
    ["Certificates", propertiesOf(server["tls"])],
  ];
  const written = tables.reduce((text, [heading, properties]) => withTable(text, heading, properties), readPage(page));
  const text = await format(written, { parser: "markdown", printWidth: 120 });
  if (process.env["UPDATE"]) writeFileSync(root + page, text);
  expect(readPage(page)).toBe(text);
});

test("an override takes what the page names, and the keys for files", () => {
  expect(own).toEqual(["files", "excludedFiles"]);
  const ofTheRun = ["$schema", "extends", "overrides", "ignorePatterns", "maxWarnings", "baseline", "servers"];
  expect(Object.keys(top)).toEqual(expect.arrayContaining(ofTheRun));
  expect(Object.keys(override)).toEqual([...own, ...Object.keys(top).filter((key) => !ofTheRun.includes(key))]);
});

test("the table of presets names all of them", () => {
  expect(tableBelow(page, "Presets").map(([name]) => name?.replaceAll("`", ""))).toEqual(Object.keys(presets));
});

describe("the examples fit the schema", () => {
  test.each(fences("yaml").filter((fence) => fence.page === page))("$code", async ({ code }) => {
    expect(await validateConfig(parseDocument(code).toJS(), all)).toHaveProperty("value");
  });
});

function withTable(text: string, heading: string, properties: JsonObject): string {
  const rows = Object.entries(properties).map(
    ([key, schema]) => `| \`${key}\` | ${valueOf(schema)} | ${descriptionOf(schema)} |`,
  );
  const table = ["| key | value | meaning |", "| --- | --- | --- |", ...rows].join("\n");
  const [before, after] = text.split(new RegExp(`^(?=##+ ${heading}$)`, "m"));
  if (before === undefined || after === undefined) throw new Error(`${page} has no heading ${heading}`);
  return before + after.replace(/(?:^\|.*\n)+/m, () => `${table}\n`);
}

/** What a value is, in words. */
function valueOf(schema: unknown): string {
  if (!isObject(schema)) return "";
  const { type, enum: values, items, then } = schema;
  if (Array.isArray(values)) return values.map((value) => `\`${String(value)}\``).join(", ");
  if (then !== undefined) return `text, or a list of texts`;
  if (type === "array")
    return isObject(itemsOf(schema)) && itemsOf({ items })["type"] === "object" ? "list of overrides" : "list of texts";
  return (
    { string: "text", integer: "whole number", boolean: "`true` or `false`", object: "keys" }[String(type)] ??
    String(type)
  );
}

function descriptionOf(schema: unknown): string {
  return isObject(schema) ? String(schema["description"]) : "";
}

function propertiesOf(schema: unknown): JsonObject {
  const properties = isObject(schema) ? schema["properties"] : undefined;
  return isObject(properties) ? properties : {};
}

function additionalOf(schema: unknown): unknown {
  return isObject(schema) ? schema["additionalProperties"] : undefined;
}

function itemsOf(schema: unknown): JsonObject {
  const items = isObject(schema) ? schema["items"] : undefined;
  return isObject(items) ? items : {};
}
