import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";

/** All modules of a bundle for the browser as one text, and what is left to import from elsewhere. */
async function bundle(code: string): Promise<{ code: string; imports: readonly string[] }> {
  const entry = "\0entry";
  const build = await rolldown({
    input: entry,
    platform: "browser",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
    onLog(_level, log) {
      throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  const chunks = output.filter((file) => file.type === "chunk");
  return {
    code: chunks.map((chunk) => chunk.code).join("\n"),
    imports: chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]),
  };
}

const root = process.cwd();
const entries = {
  "parse and print": `export { parse, print } from "${root}/src/index.ts";`,
  "parse, check, lint, fix and all rules": `
    export { parse, check, lint, fix, print } from "${root}/src/index.ts";
    export { recommended } from "${root}/rules/index.ts";`,
  "the engine": `export * from "${root}/src/engine/index.ts";`,
  "the demo": `export * from "${root}/src/demo/index.ts";`,
  everything: `export * from "${root}/src/index.ts"; export * from "${root}/rules/index.ts";`,
};

describe("a bundle for the browser", () => {
  test.each(Object.entries(entries))("%s needs nothing of Node", async (name, entry) => {
    const { code, imports } = await bundle(entry);
    expect(imports).toEqual([]);
    expect(code).not.toMatch(/["'`]node:|\brequire\(|\bprocess\.|\bBuffer\b/);
    const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    console.log(`${name}: ${kilobytes(code.length)}, ${kilobytes(gzipSync(code).length)} gzip`);
  });

  test("the engine is small", async () => {
    const { code } = await bundle(entries["the engine"]);
    expect(gzipSync(code).length).toBeLessThan(120_000);
  });

  test("runs", async () => {
    const { code } = await bundle(entries["parse, check, lint, fix and all rules"]);
    const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(Object.keys(Object(module) as object).toSorted()).toEqual([
      "check",
      "fix",
      "lint",
      "parse",
      "print",
      "recommended",
    ]);
  });
});
