import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { tableBelow } from "./pages.js";
import { root } from "./run-typescript.js";

const page = "docs/architecture.md";
const layers = tableBelow(page, "Folders").map(([folder = "", , names = ""]) => ({
  folder: folder.replaceAll("`", ""),
  names: names === "-" ? [] : names.split(", "),
}));

describe("the folders of the architecture page", () => {
  test("are all there are", () => {
    const folders = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const expected = [...folders.map(({ name }) => `src/${name}`), "rules"];
    expect(layers.map(({ folder }) => folder).toSorted()).toEqual(expected.toSorted());
  });

  test.each(layers)("$folder imports what its row names, and only from above", ({ folder, names }) => {
    const above = layers
      .slice(
        0,
        layers.findIndex((layer) => layer.folder === folder),
      )
      .map((layer) => layer.folder);
    const allowed = names.includes("all") ? above : above.filter((other) => names.includes(path.posix.basename(other)));
    if (!names.includes("all")) expect(allowed).toHaveLength(names.length);
    expect([...importsOf(folder)].filter((other) => !allowed.includes(other))).toEqual([]);
  });
});

describe("the limits of the architecture page", () => {
  test.each(tableBelow(page, "Limits"))("%s: %s", (_, limit = "", constant = "") => {
    const [, name = "", file = ""] = /^`(\w+)` in `([\w./-]+)`$/.exec(constant) ?? [];
    const [, value = ""] = new RegExp(`const ${name} = ([\\d_ *]+);`).exec(readFileSync(root + file, "utf8")) ?? [];
    const product = value
      .replaceAll("_", "")
      .split("*")
      .reduce((result, factor) => result * Number(factor), 1);
    expect(product.toLocaleString("en")).toBe(limit);
  });
});

/** The other folders of the table from which the files of a folder import. */
function importsOf(folder: string): ReadonlySet<string> {
  const files = readdirSync(root + folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const targets = files.flatMap((name) => {
    const file = path.posix.join(folder, name.replaceAll(path.sep, "/"));
    const imports = readFileSync(root + file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g);
    return Array.from(imports, ([, target = ""]) => path.posix.join(path.posix.dirname(file), target));
  });
  const folders = targets.map((target) =>
    target
      .split("/")
      .slice(0, target.startsWith("src/") ? 2 : 1)
      .join("/"),
  );
  return new Set(folders.filter((target) => target !== folder && target !== "package.json" && !target.endsWith("..")));
}
