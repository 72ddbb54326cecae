import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { expect, test } from "vitest";
import { isObject } from "../../src/schema/object.js";

/** Tests that a schema is published as it is used, and describes everything. */
export function testPublished(file: string, schema: object): void {
  test("the published schema is the one that is used; UPDATE=1 writes it", async () => {
    const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 120 });
    if (process.env["UPDATE"]) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("every property is described", () => {
    expect(undescribed(schema, "$")).toEqual([]);
  });
}

function undescribed(schema: unknown, at: string): readonly string[] {
  if (!isObject(schema)) return [];
  const properties = Object.entries(isObject(schema["properties"]) ? schema["properties"] : {});
  const own = properties.filter(([, property]) => !isObject(property) || typeof property["description"] !== "string");
  const items: readonly unknown[] = Array.isArray(schema["prefixItems"]) ? schema["prefixItems"] : [];
  return [
    ...own.map(([name]) => `${at}.${name}`),
    ...properties.flatMap(([name, property]) => undescribed(property, `${at}.${name}`)),
    ...[schema["items"], schema["then"], schema["else"], ...items].flatMap((part) => undescribed(part, `${at}[]`)),
  ];
}
