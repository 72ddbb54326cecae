import path from "node:path";
import type { Configuration } from "../../config/config.js";
import { shownPath } from "../paths.js";

/** What a configuration says of the whole run: how many warnings there may be, and the path of the baseline. */
export function ofTheRun({ layers }: Configuration): { readonly maxWarnings?: number; readonly baseline?: string } {
  const maxWarnings = layers.findLast(({ config }) => config.maxWarnings !== undefined)?.config.maxWarnings;
  const { folder, config } = layers.findLast(({ config: { baseline } }) => baseline !== undefined) ?? {};
  return {
    ...(maxWarnings !== undefined && { maxWarnings }),
    ...(folder !== undefined &&
      config?.baseline !== undefined && { baseline: shownPath(path.resolve(folder, config.baseline)) }),
  };
}
