import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { all } from "../../rules/index.js";
import { configSchema } from "../../src/config/schema.js";
import { isObject } from "../../src/schema/object.js";

const path = "docs/schemas/config.schema.json";
const schema = configSchema(all);

test("the published schema is the one that is used; UPDATE=1 writes it", async () => {
  const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 120 });
  if (process.env["UPDATE"]) {
    mkdirSync("docs/schemas", { recursive: true });
    writeFileSync(path, text);
  }
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("every property is described", () => {
  const bare: string[] = [];
  const visit = (part: unknown, at: string) => {
    if (!isObject(part)) return;
    for (const [name, property] of Object.entries(isObject(part["properties"]) ? part["properties"] : {})) {
      if (!isObject(property) || typeof property["description"] !== "string") bare.push(`${at}.${name}`);
      visit(property, `${at}.${name}`);
    }
    for (const key of ["items", "then", "else"]) visit(part[key], `${at}[]`);
    for (const item of Array.isArray(part["prefixItems"]) ? part["prefixItems"] : []) visit(item, `${at}[]`);
  };
  visit(schema, "$");
  expect(bare).toEqual([]);
});
