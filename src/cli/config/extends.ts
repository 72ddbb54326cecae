import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { presets } from "../../../rules/index.js";
import type { ConfigLayer } from "../../config/config.js";
import { askForName } from "../../promql/spelling.js";
import { isObject } from "../../schema/object.js";
import { exitStatus } from "../exit.js";
import { codeOf, reasonOf } from "../unread.js";
import type { ConfigData } from "./config-data.js";
import { reject } from "./config-problem.js";
import { importedFile } from "./imported-file.js";
import { shownPath } from "../paths.js";

/** A configuration file, and the folder to which its paths are relative. */
export interface ConfigFile {
  readonly file: string;
  readonly folder: string;
}

/** What a configuration extends: a preset, which is there already, or a file. */
export type Base = ConfigLayer | ConfigFile;

/** What a configuration extends, in order; ends the command where that leads nowhere or in a circle. */
export function basesOf(
  { data, problemOf }: ConfigData,
  extending: ConfigFile,
  trail: readonly string[],
): readonly Base[] {
  const value = isObject(data) ? data["extends"] : undefined;
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return names.flatMap((name, k) => {
    // Another type is what the schema complains about.
    if (typeof name !== "string" || name === "") return [];
    const keys = Array.isArray(value) ? ["extends", String(k)] : ["extends"];
    const base = baseOf(name, extending);
    if ("unread" in base) {
      return reject([problemOf({ keys, message: `\`${name}\`: ${reasonOf(base.unread)}` })], exitStatus.failure);
    }
    if ("message" in base) return reject([problemOf({ keys, ...base })]);
    if (!("file" in base) || ![...trail, extending.file].some((file) => realpathSync(file) === base.file))
      return [base];
    const circle = [...trail, extending.file, base.file].map(shownPath).join(" extends ");
    return reject([problemOf({ keys, message: `leads in a circle: ${circle}`, help: "remove one of them" })]);
  });
}

function baseOf(
  name: string,
  { file, folder }: ConfigFile,
): Base | { readonly message: string; readonly help?: string } | { readonly unread: string } {
  if (Object.hasOwn(presets, name)) {
    const rules = Object.entries(presets).find(([preset]) => preset === name)?.[1] ?? {};
    return { name, folder, config: { rules } };
  }
  if (!name.startsWith(".") && !path.isAbsolute(name)) return ofPackage(name, { file, folder });
  try {
    const target = realpathSync(path.resolve(path.dirname(file), name));
    return { file: target, folder: path.dirname(target) };
  } catch (error) {
    return { unread: codeOf(error) };
  }
}

/** A package says something about the files of who extends it. */
function ofPackage(name: string, { file, folder }: ConfigFile): ReturnType<typeof baseOf> {
  try {
    return { file: realpathSync(fileOf(name, file)), folder };
  } catch {
    const names = Object.keys(presets);
    return {
      message: `\`${name}\` is neither a preset nor a package that is installed here`,
      help: askForName(name, names) ?? `the presets are ${names.join(", ")}; the path of a file begins with \`./\``,
    };
  }
}

/** Throws where there is no such package, as Node does. */
function fileOf(name: string, from: string): string {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    const file = importedFile(name, from);
    if (file === undefined) throw error;
    return file;
  }
}
