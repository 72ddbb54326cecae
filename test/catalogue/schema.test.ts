import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { catalogueSchema } from "../../src/catalogue/schema.js";
import { isObject } from "../../src/prometheus/shape.js";

const path = "docs/schemas/catalogue.schema.json";

test("the published schema is the one that is used; UPDATE=1 writes it", async () => {
  const text = await format(JSON.stringify(catalogueSchema), { parser: "json", printWidth: 120 });
  if (process.env["UPDATE"]) {
    mkdirSync("docs/schemas", { recursive: true });
    writeFileSync(path, text);
  }
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("every property is described", () => {
  const bare: string[] = [];
  const visit = (schema: unknown, at: string) => {
    if (!isObject(schema)) return;
    for (const [name, property] of Object.entries(isObject(schema["properties"]) ? schema["properties"] : {})) {
      if (!isObject(property) || typeof property["description"] !== "string") bare.push(`${at}.${name}`);
      visit(property, `${at}.${name}`);
    }
    visit(schema["items"], `${at}[]`);
  };
  visit(catalogueSchema, "$");
  expect(bare).toEqual([]);
});
