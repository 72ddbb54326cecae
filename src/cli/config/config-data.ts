import { promises } from "node:fs";
import path from "node:path";
import { isObject } from "../../schema/object.js";
import { readData, type DataProblem } from "../../schema/read-data.js";
import type { FilePlace } from "../../schema/places.js";
import type { Fault } from "../../schema/fault.js";
import { codeOf } from "../unread.js";
import { reject, rejectUnread, type ConfigProblem } from "./config-problem.js";
import { packageKey } from "./find-config.js";
import { shownPath } from "../paths.js";

/** A configuration that nobody has looked at, and how to say where a fault of it stands. */
export interface ConfigData {
  readonly data: unknown;
  readonly problemOf: (fault: Fault) => ConfigProblem;
}

/** A configuration of more bytes is a mistake. */
const maxConfigSize = 1024 * 1024;

/** Whether a configuration is a program. */
export function isScript(file: string): boolean {
  return /\.[cm]?js$/.test(file);
}

/** Reads a configuration file; ends the command where that is not possible. */
export async function readConfigData(file: string): Promise<ConfigData> {
  if (isScript(file)) {
    const { runConfigScript } = await import("./config-script.js");
    return { data: await runConfigScript(file), problemOf: (fault) => scriptProblem(file, fault) };
  }
  const read = await readData(shownPath(file), await readText(file));
  if (!("places" in read)) return reject([problemAt(read)]);
  const { data, places } = read;
  const within = path.basename(file) === "package.json" ? [packageKey] : [];
  const problemOf = ({ keys, atKey, ...fault }: Fault): ConfigProblem => {
    const way = [...within, ...keys];
    return problemAt({ ...fault, at: atKey ? places.ofKey(way) : places.ofValue(way) });
  };
  if (within.length === 0) return { data, problemOf };
  if (isObject(data) && Object.hasOwn(data, packageKey)) return { data: data[packageKey], problemOf };
  return reject([
    { where: shownPath(file), message: `has no key \`${packageKey}\``, help: "add it, or name another file" },
  ]);
}

async function readText(file: string): Promise<string> {
  const where = shownPath(file);
  const bytes = await promises.readFile(file).catch((error: unknown) => rejectUnread(file, codeOf(error)));
  if (bytes.length > maxConfigSize) {
    return reject([{ where, message: "is longer than 1 MiB, so it is no configuration" }]);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return reject([{ where, message: "is no valid UTF-8", help: "save it as UTF-8" }]);
  }
}

/** A problem of data as one of a configuration. */
export function problemAt({ at, ...problem }: DataProblem): ConfigProblem {
  return { where: placeText(at), ...problem };
}

function placeText({ path: file, line, column }: FilePlace): string {
  return `${file}:${line}:${column}`;
}

function scriptProblem(file: string, { keys, message, help }: Fault): ConfigProblem {
  const way = keys.map((key, k) => (/^\d+$/.test(key) ? `[${key}]` : `${k === 0 ? "" : "."}${key}`)).join("");
  const where = way === "" ? shownPath(file) : `${shownPath(file)}: ${way}`;
  return { where, message, ...(help !== undefined && { help }) };
}
