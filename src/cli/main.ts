#!/usr/bin/env node
import module from "node:module";

// Since 22.8, Node keeps what it has compiled for the next start; what stands in this file is compiled each time.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();
const { run } = await import("./run.js");
process.exitCode = await run();
// A configuration that is a program may leave something behind that would keep this one from ending.
setTimeout(() => process.exit(), 100).unref();
