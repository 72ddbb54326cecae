#!/usr/bin/env node
import module from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compiledLoader, type Loader } from "./compiled-loader.js";
import { tuneV8 } from "./tune-v8.js";

/** What Node's own module has since 22.8: Node keeps what it has compiled for the next start. */
interface NodeModules {
  readonly createRequire: typeof module.createRequire;
  readonly enableCompileCache?: () => unknown;
}

const { createRequire, enableCompileCache }: NodeModules = module;
tuneV8();
const file = fileURLToPath(import.meta.url);
const { load, keep } = enableCompileCache ? nodeLoader() : compiledLoader(path.dirname(file));

void start();

async function start(): Promise<void> {
  const { run, hearSignals } = load("./run.js") as typeof import("./run.js");
  process.exitCode = await run();
  hearSignals();
  keep();
  // A configuration that is a program may leave something behind that would keep this one from ending.
  setTimeout(() => process.exit(), 100).unref();
}

function nodeLoader(): Loader {
  enableCompileCache?.();
  return { load: createRequire(file), keep: () => undefined };
}
