import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSource } from "../../src/files/index.js";

/** A folder of real rule files and manifests; every YAML file below it is read. */
const folder = process.env["PROMQL_CORPUS"];
const files = folder
  ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.ya?ml$/.test(path))
  : [];

describe.runIf(folder)("the corpus", () => {
  test.each(files)("%s", (path) => {
    const text = readFileSync(join(folder ?? "", path), "utf8");
    const { queries, problems } = readSource(path, text);
    expect(problems.filter(({ code }) => code !== "helm-template")).toEqual([]);
    for (const { map, text: query, field } of queries) {
      expect(map.exact, field).toBe(true);
      const { from, to } = map.span({ from: 0, to: query.length });
      expect(text.slice(from, to).replace(/\\[nt]|[\s'"\\]/g, ""), field).toBe(query.replace(/[\s'"\\]/g, ""));
      const parts = [...query.matchAll(/\w+/g)].map((match) =>
        map.span({ from: match.index, to: match.index + match[0].length }),
      );
      expect(
        parts.map((part) => text.slice(part.from, part.to)),
        field,
      ).toEqual(query.match(/\w+/g) ?? []);
    }
  });

  test("holds queries", () => {
    const count = files.reduce(
      (sum, path) => sum + readSource(path, readFileSync(join(folder ?? "", path), "utf8")).queries.length,
      0,
    );
    expect(count).toBeGreaterThan(0);
  });
});
