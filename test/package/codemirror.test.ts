import { cpSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installPackage } from "./installed.js";

describe("the example of an editor, outside of the project, with the packed package", () => {
  let folder = "";
  beforeAll(() => {
    folder = installPackage("@codemirror/commands");
    cpSync("examples/codemirror", folder, { recursive: true });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("has 30 lines, but for those that are empty or say what it is", () => {
    const lines = readFileSync("examples/codemirror/main.ts", "utf8").split("\n");
    expect(lines.filter((line) => !/^(?:$|\/)/.test(line)).length).toBeLessThanOrEqual(30);
  });

  test("has the types it claims to have", () => {
    const program = ts.createProgram({
      rootNames: [path.join(folder, "main.ts")],
      options: {
        ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
        target: ts.ScriptTarget.ES2023,
        lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
      },
    });
    const mistakes = ts.getPreEmitDiagnostics(program);
    expect(mistakes.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  });

  test("is built by Vite; what a page waits for is small, and the linter comes when it is needed", async () => {
    const built = await build({ root: folder, logLevel: "silent", build: { write: false } });
    if (Array.isArray(built) || !("output" in built)) throw new Error("one build is expected");
    const { output } = built;
    const chunks = output.filter((file) => file.type === "chunk");
    const first = chunks.filter((chunk) => chunk.isEntry);
    const waitedFor = withImports(first, chunks);
    expect(chunks.some(({ moduleIds }) => moduleIds.some((id) => id.endsWith("/rate-over-gauge.js")))).toBe(true);
    expect(sizeOf(waitedFor)).toBeLessThan(150_000);
    expect(sizeOf(chunks)).toBeLessThan(323_500);
    for (const { code } of chunks) expect(code).not.toMatch(/["'`]node:|\brequire\(/);
    console.log(`an editor: ${String(sizeOf(waitedFor))} bytes gzip at first, ${String(sizeOf(chunks))} in all`);
  });
});

type Chunk = Rolldown.OutputChunk;

/** Chunks, and those that a browser loads together with them. */
function withImports(first: readonly Chunk[], all: readonly Chunk[]): readonly Chunk[] {
  const found = new Set(first);
  for (const { imports } of found) {
    for (const chunk of all) if (imports.includes(chunk.fileName)) found.add(chunk);
  }
  return [...found];
}

function sizeOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((size, { code }) => size + gzipSync(code).length, 0);
}
