import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";

/** Loads the files of the bundle, which are ASCII. */
export interface Loader {
  /**
   * What a file exports, by its name beside this one: `./run.js`. Other names are those of Node's own modules. A file
   * called `native-*` is loaded by Node, since only there `import()` works, and has nothing that others share.
   */
  readonly load: (name: string) => unknown;
  /** Keeps what has been compiled for the next start. Nothing is said where that cannot be written. */
  readonly keep: () => void;
}

/** The function that a file is wrapped in. */
type Wrapped = (exports: object, require: Loader["load"], module: { exports: unknown }, name: string) => void;

/** A file whose name has a hash of its text, so that what was compiled of another text is never taken for it. */
const isHashed = /-[\w-]{8}\.js$/;

/**
 * A loader for a Node that keeps nothing by itself. What is compiled stands in a folder beside the code, as Python does it:
 * whoever can write there can change the code as well. As with Node's own, `NODE_DISABLE_COMPILE_CACHE=1` keeps nothing.
 */
export function compiledLoader(folder: string): Loader {
  const loaded = new Map<string, { exports: unknown }>();
  const scripts: { readonly script: vm.Script; readonly kept: string }[] = [];
  let isFresh = false;
  const native = createRequire(path.join(folder, "run.js"));
  const compiled = path.join(folder, "compiled", `${process.version}-${process.arch}`);

  const load = (name: string): unknown => {
    if (!name.startsWith("./") || name.startsWith("./native-")) return native(name);
    const known = loaded.get(name);
    if (known) return known.exports;
    const exports = {};
    const module: { exports: unknown } = { exports };
    loaded.set(name, module);
    const file = path.join(folder, name);
    const wrapped = compile(file).runInThisContext() as Wrapped;
    wrapped(exports, load, module, file);
    return module.exports;
  };

  const compile = (file: string): vm.Script => {
    const kept = path.join(compiled, `${path.basename(file)}.bin`);
    const cachedData = isHashed.test(file) ? readKept(kept) : undefined;
    const script = new vm.Script(
      `(function (exports, require, module, __filename) { ${readFileSync(file, "latin1")}\n})`,
      {
        filename: file,
        ...(cachedData && { cachedData }),
      },
    );
    if (isHashed.test(file)) scripts.push({ script, kept });
    if (isHashed.test(file) && (!cachedData || script.cachedDataRejected)) isFresh = true;
    return script;
  };

  // Only functions that have run are compiled. A file that nobody has loaded before calls functions of the others that
  // nobody has called before, so those are written again as well.
  const keep = (): void => {
    if (process.env["NODE_DISABLE_COMPILE_CACHE"] === "1" || !isFresh) return;
    for (const { script, kept } of scripts) if (!write(kept, script.createCachedData())) return;
  };

  return { load, keep };
}

/** Whether it could be written: the folder may be for reading only, the disk full, the file in use. */
function write(file: string, data: Buffer): boolean {
  const beside = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch {
    return false;
  }
  try {
    writeFileSync(beside, data);
    renameSync(beside, file);
    return true;
  } catch {
    rmSync(beside, { force: true });
    return false;
  }
}

function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
