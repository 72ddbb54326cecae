import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A folder of real rule files, manifests and dashboards. */
const folder = process.env["PROMQL_CORPUS"];

/** The path and the text of every YAML and JSON file below it; none where there is no such folder. */
export const corpusFiles: readonly (readonly [path: string, text: string])[] = folder
  ? readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:json|ya?ml)$/.test(path))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")])
  : [];
