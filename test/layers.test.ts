import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Which other layers, and which packages, the files of a layer may import. */
interface Layer {
  readonly layers: readonly string[];
  readonly packages?: readonly string[];
  /** Whether it may touch files, the network and the terminal: `node:` modules. */
  readonly node?: true;
}

/** From the bottom to the top. */
const layers: Readonly<Record<string, Layer>> = {
  promql: { layers: [], packages: ["fastest-levenshtein", "re2js"] },
  schema: { layers: ["promql"], packages: ["ajv", "yaml"] },
  syntax: { layers: ["promql"] },
  metrics: { layers: ["promql"] },
  exposition: { layers: ["promql", "syntax", "metrics"] },
  demo: { layers: ["metrics", "syntax", "promql"] },
  analysis: { layers: ["syntax", "promql", "metrics"] },
  check: { layers: ["analysis", "metrics", "syntax", "promql"] },
  engine: { layers: ["check", "analysis", "exposition", "syntax", "promql"] },
  lint: { layers: ["check", "analysis", "syntax", "metrics", "promql"] },
  templates: { layers: ["syntax", "promql"] },
  rules: { layers: ["templates", "lint", "check", "analysis", "syntax", "promql", "metrics"] },
  files: { layers: ["lint", "syntax", "metrics", "promql"], packages: ["yaml"] },
  testing: { layers: ["files", "templates", "lint", "check", "engine", "syntax", "promql"] },
  report: {
    layers: ["lint", "syntax"],
    packages: ["@lezer/highlight", "@prometheus-io/lezer-promql", "picocolors", "sarif", "string-width"],
  },
  prometheus: {
    layers: ["check", "analysis", "exposition", "metrics", "schema", "syntax", "promql"],
    packages: ["prometheus-query"],
    node: true,
  },
  relabel: { layers: ["schema", "syntax", "promql"] },
  status: { layers: ["relabel", "prometheus", "report", "schema", "syntax", "promql"] },
  embedded: { layers: ["prometheus", "engine", "demo", "exposition", "metrics", "syntax", "promql"] },
  results: { layers: ["prometheus", "report", "syntax", "promql"] },
  query: { layers: ["results", "prometheus", "analysis", "syntax", "promql"] },
  catalogue: {
    layers: [
      ...[
        "query",
        "results",
        "prometheus",
        "report",
        "files",
        "lint",
        "check",
        "analysis",
        "exposition",
        "metrics",
        "syntax",
      ],
      ...["schema", "promql"],
    ],
  },
  tutorial: {
    layers: [
      ...["catalogue", "query", "results", "prometheus", "lint", "check", "analysis", "metrics", "syntax"],
      ...["schema", "promql"],
    ],
  },
  config: { layers: ["schema", "lint", "syntax", "promql"], packages: ["picomatch"] },
  codemirror: {
    layers: ["rules", "lint", "analysis", "metrics", "syntax", "promql"],
    packages: [
      ...["@codemirror/autocomplete", "@codemirror/language", "@codemirror/lint", "@codemirror/state"],
      ...["@codemirror/view", "@lezer/common", "@prometheus-io/lezer-promql"],
    ],
  },
  web: {
    layers: [
      ...["codemirror", "tutorial", "query", "results", "embedded", "prometheus", "report", "rules", "lint", "check"],
      ...["analysis", "metrics", "syntax", "promql"],
    ],
    packages: [
      ...["@codemirror/autocomplete", "@codemirror/commands", "@codemirror/language", "@codemirror/state"],
      ...["@codemirror/view", "@lezer/highlight", "micromark", "micromark-extension-gfm-table", "preact"],
      ...["uplot", "virtual:course", "virtual:demo-worker"],
    ],
  },
  cli: {
    layers: [
      ...[
        "config",
        "schema",
        "tutorial",
        "catalogue",
        "status",
        "query",
        "results",
        "embedded",
        "demo",
        "engine",
        "prometheus",
        "report",
        "testing",
        "files",
        "rules",
        "lint",
        "check",
        "analysis",
      ],
      ...["exposition", "metrics", "syntax", "promql"],
    ],
    packages: ["commander", "diff", "ignore", "package.json", "picocolors", "tinyglobby", "yaml"],
    node: true,
  },
};

/** What a file imports: a layer, a package, or a module of Node. */
interface Import {
  readonly file: string;
  readonly from: "layer" | "package" | "node";
  readonly name: string;
}

const files = [...filesBelow("src"), ...filesBelow("rules")];
const imports = files.flatMap(importsOf);

test("every file belongs to a layer, but for the public API", () => {
  const found = new Set(files.filter((file) => file !== "src/index.ts").map(layerOf));
  expect(found).toEqual(new Set(Object.keys(layers)));
});

test("a layer imports only those below it, so that none import each other in a circle", () => {
  const names = Object.keys(layers);
  const upward = names.flatMap((layer, k) =>
    (layers[layer]?.layers ?? []).filter((name) => !names.slice(0, k).includes(name)).map((name) => [layer, name]),
  );
  expect(upward).toEqual([]);
});

describe.each(Object.entries(layers))("%s", (layer, allowed) => {
  const own = imports.filter(({ file }) => layerOf(file) === layer);

  test("imports only the layers that it may", () => {
    expect(own.filter(({ from, name }) => from === "layer" && !allowed.layers.includes(name))).toEqual([]);
  });

  test("imports its packages, and no others", () => {
    const used = own.filter(({ from }) => from === "package").map(({ name }) => name);
    expect(new Set(used)).toEqual(new Set(allowed.packages ?? []));
  });

  test(`imports ${allowed.node ? "modules" : "no module"} of Node`, () => {
    expect(own.some(({ from }) => from === "node")).toBe(allowed.node === true);
  });
});

test("src/index.ts only hands on, and only the core, which is small", () => {
  const text = readFileSync("src/index.ts", "utf8");
  const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest);
  expect(source.statements.filter((statement) => !ts.isExportDeclaration(statement))).toEqual([]);
  const core = ["promql", "syntax", "metrics", "exposition", "analysis", "check", "lint"];
  const used = imports.filter(({ file }) => file === "src/index.ts");
  expect(used.filter(({ from, name }) => from !== "layer" || !core.includes(name))).toEqual([]);
});

function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.posix.join(folder, name));
}

/** `import`, `import type`, `export … from` and `import()`. A file's own layer is left out. */
function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles
    .map(({ fileName }) => importOf(file, fileName))
    .filter(({ from, name }) => from !== "layer" || name !== layerOf(file));
}

function importOf(file: string, name: string): Import {
  if (name.startsWith("node:")) return { file, from: "node", name };
  if (!name.startsWith(".")) return { file, from: "package", name: packageOf(name) };
  const target = path.posix.join(path.posix.dirname(file), name);
  const isOurs = target.startsWith("src/") || target.startsWith("rules/");
  return isOurs ? { file, from: "layer", name: layerOf(target) } : { file, from: "package", name: target };
}

/** `src/lint/fix.ts` is of the layer `lint`, `rules/index.ts` of `rules`. */
function layerOf(file: string): string {
  const [top = "", folder = ""] = file.split("/");
  return top === "src" ? folder : top;
}

/** `ajv/dist/2020.js` is of the package `ajv`. */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}
