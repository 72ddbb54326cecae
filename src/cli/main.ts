#!/usr/bin/env node
import module from "node:module";

/** What Node's own module has since 22.8: Node keeps what it has compiled for the next start, but for this file. */
interface NodeModules {
  readonly builtinModules: readonly string[];
  readonly enableCompileCache?: () => unknown;
}

const { enableCompileCache }: NodeModules = module;
enableCompileCache?.();
const { run } = await import("./run.js");
process.exitCode = await run();
// A configuration that is a program may leave something behind that would keep this one from ending.
setTimeout(() => process.exit(), 100).unref();
