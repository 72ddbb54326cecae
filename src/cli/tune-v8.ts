import { setFlagsFromString } from "node:v8";

/**
 * Makes V8 fit for a run of a second. To be called before other files are loaded, since what is kept of compiled code is
 * kept for the same flags. Only V8 11.3, that of Node 20, has been measured.
 */
export function tuneV8(): void {
  if (!process.versions.v8.startsWith("11.3.")) return;
  setFlagsFromString(`--interrupt-budget=${budget}`);
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}

/**
 * Bytes of bytecode that V8 runs before it looks whether a function is worth optimising; its own are a third of that. A
 * quarter of the processor time went into optimised code that hardly ran.
 */
const budget = 3 * 66 * 1024;

/** By how much the heap may grow before it is collected; V8 itself lets a small one grow to four times its size. */
const growth = 80;
