import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { expect, test } from "vitest";
import { recommended } from "../../rules/index.js";
import { lintEntry } from "../../src/catalogue/lint-entry.js";
import { loadCatalogues } from "../../src/catalogue/load.js";
import { grouped } from "../../src/syntax/grouped.js";
import { exporterPage, indexPage } from "./catalogue-pages.js";

const [source, target] = ["examples/catalogue", "docs/catalogue"];
const { entries } = await loadCatalogues(
  readdirSync(source).map((name) => ({ path: `${source}/${name}`, text: readFileSync(`${source}/${name}`, "utf8") })),
);
const groups = [...grouped(entries, ({ exporter }) => exporter.name)];
const exporters = groups.flatMap(([, [first]]) => first?.exporter ?? []);

const pages = new Map([
  ["README.md", indexPage(entries)],
  ...exporters.map(({ name }): [string, string] => [
    `${name}.md`,
    exporterPage(
      entries.filter(({ exporter }) => exporter.name === name),
      (entry, query) => lintEntry(entry, query, recommended),
    ),
  ]),
]);

test.each([...pages])("docs/catalogue/%s is what the catalogue holds; UPDATE=1 writes it", async (name, page) => {
  const text = await format(page, { parser: "markdown", printWidth: 120 });
  if (process.env["UPDATE"]) {
    mkdirSync(target, { recursive: true });
    writeFileSync(`${target}/${name}`, text);
  }
  expect(readFileSync(`${target}/${name}`, "utf8")).toBe(text);
});

test("there is no page of anything else", () => {
  expect(readdirSync(target).sort()).toEqual([...pages.keys()].sort());
});

test("each link of a table of contents leads to a heading", () => {
  for (const page of pages.values()) {
    const anchors = Array.from(page.matchAll(/\]\(#([^)]+)\)/g), ([, anchor]) => anchor);
    const headings = Array.from(page.matchAll(/^## (.+)$/gm), ([, heading]) => heading);
    expect(anchors).toEqual(headings);
  }
});
