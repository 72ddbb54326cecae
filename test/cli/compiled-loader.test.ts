import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compiledLoader } from "../../src/cli/compiled-loader.js";

let folder = "";
const kept = () => path.join(folder, "compiled", `${process.version}-${process.arch}`);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "promql-lint-loader-"));
  writeFileSync(
    path.join(folder, "run.js"),
    `const { twice } = require("./part-4htLkaHd.js"); exports.run = () => twice(21); exports.name = __filename;`,
  );
  writeFileSync(
    path.join(folder, "part-4htLkaHd.js"),
    `const { sep } = require("node:path"); exports.twice = (n) => n * 2; exports.thrice = (n) => n * 3; exports.isMe = require("./run.js"); exports.sep = sep;`,
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the files answer in a process of their own, with what was kept before; then what is new is kept. */
function start(env: Readonly<Record<string, string>> = {}): number {
  const source = readFileSync(new URL("../../src/cli/compiled-loader.ts", import.meta.url), "utf8");
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  const program = `${outputText}
    const { load, keep } = compiledLoader(${JSON.stringify(folder)});
    console.log(load("./run.js").run());
    keep();`;
  const script = path.join(folder, "start.mjs");
  writeFileSync(script, program);
  return Number(execFileSync(process.execPath, [script], { encoding: "utf8", env: { ...process.env, ...env } }));
}

describe("files of the bundle", () => {
  test("are loaded once, whichever asks", () => {
    const { load } = compiledLoader(folder);
    const run = load("./run.js") as object;
    expect(run).toMatchObject({ name: path.join(folder, "run.js") });
    expect(load("./part-4htLkaHd.js")).toMatchObject({ isMe: run, sep: path.sep });
  });

  test("are kept compiled where their name has a hash", () => {
    expect(start()).toBe(42);
    expect(readdirSync(kept())).toEqual(["part-4htLkaHd.js.bin"]);
  });

  test("are not compiled again", () => {
    start();
    const file = path.join(kept(), "part-4htLkaHd.js.bin");
    const before = statSync(file, { bigint: true }).mtimeNs;
    expect(start()).toBe(42);
    expect(statSync(file, { bigint: true }).mtimeNs).toBe(before);
  });

  test("are kept again with the functions that another file has called", () => {
    start();
    const file = path.join(kept(), "part-4htLkaHd.js.bin");
    const { size } = statSync(file);
    writeFileSync(path.join(folder, "more-4htLkaHe.js"), `exports.run = require("./part-4htLkaHd.js").thrice;`);
    writeFileSync(path.join(folder, "run.js"), `exports.run = () => require("./more-4htLkaHe.js").run(14);`);
    expect(start()).toBe(42);
    expect(statSync(file).size).toBeGreaterThan(size);
  });

  test.each([
    ["nothing", () => Buffer.alloc(0)],
    ["a text", () => Buffer.from("no compiled code")],
    ["zeros", () => Buffer.alloc(1000)],
    ["half of it", (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ])("are compiled where %s is kept", (_, damage) => {
    start();
    const file = path.join(kept(), "part-4htLkaHd.js.bin");
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    expect(start()).toBe(42);
    const mended = readFileSync(file);
    expect(mended.equals(damaged)).toBe(false);
    expect(start()).toBe(42);
    expect(readFileSync(file).equals(mended)).toBe(true);
  });

  test("load where nothing can be written, in silence", () => {
    writeFileSync(path.join(folder, "compiled"), "");
    expect(start()).toBe(42);
    rmSync(path.join(folder, "compiled"));
    mkdirSync(path.join(kept(), "part-4htLkaHd.js.bin"), { recursive: true });
    expect(start()).toBe(42);
    expect(readdirSync(kept())).toEqual(["part-4htLkaHd.js.bin"]);
  });

  test("are not kept with NODE_DISABLE_COMPILE_CACHE=1", () => {
    expect(start({ NODE_DISABLE_COMPILE_CACHE: "1" })).toBe(42);
    expect(existsSync(path.join(folder, "compiled"))).toBe(false);
  });
});
