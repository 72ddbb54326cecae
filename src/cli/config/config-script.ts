import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isObject } from "../../schema/object.js";
import { codeOf, reasonOf } from "../unread.js";
import { reject } from "./config-problem.js";
import { shownPath } from "../paths.js";
import { failingGetter } from "./failing-getter.js";
import { importProgram } from "./import-program.js";
import { thrownText } from "./thrown.js";
import { withoutSignalHandlers } from "../signals.js";

/** How long a configuration may take, in milliseconds. */
const patience = 5000;

/** What a configuration that is a program exports as default; ends the command where it fails or never ends. */
export async function runConfigScript(file: string): Promise<unknown> {
  const refuse = (message: string, help: string): never => reject([{ where: shownPath(file), message, help }]);
  assertFile(file);
  const outcome = await Promise.race([run(file), expire()]);
  if (outcome === "late") {
    return refuse(`has not finished after ${patience / 1000} seconds`, "wait for nothing that may never come");
  }
  if ("error" in outcome) return refuse(`fails: ${thrownText(outcome.error)}`, "correct the program");
  const { module } = outcome;
  if (!("default" in module)) return refuse("has no default export", "write `export default { … }`");
  if (!isObject(module.default)) return refuse("exports something else than an object", "write `export default { … }`");
  const failing = failingGetter(module.default);
  if (!failing) return module.default;
  return refuse(`fails where \`${failing.way}\` is read: ${failing.thrown}`, "correct the program");
}

function assertFile(file: string): void {
  try {
    if (statSync(file).isDirectory()) reject([{ where: shownPath(file), message: reasonOf("EISDIR") }]);
  } catch (error) {
    if (error instanceof Error && "code" in error)
      reject([{ where: shownPath(file), message: reasonOf(codeOf(error)) }]);
    throw error;
  }
}

async function run(
  file: string,
): Promise<{ readonly module: object & { readonly default?: unknown } } | { readonly error: unknown }> {
  try {
    const module = await withoutSignalHandlers(() => importProgram(pathToFileURL(file).href));
    return { module: isObject(module) ? module : {} };
  } catch (error) {
    return { error };
  }
}

/** Keeps the program from ending before the promise of another does. */
function expire(): Promise<"late"> {
  return new Promise((resolve) => setTimeout(() => resolve("late"), patience));
}
