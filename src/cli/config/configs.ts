import path from "node:path";
import { all, presets } from "../../../rules/index.js";
import type { Configuration } from "../../config/config.js";
import { configFinder } from "./find-config.js";

/** The configuration for a file: the nearest one from its folder upward; for no file, that of the working folder. */
export type ConfigFor = (file: string | undefined) => Promise<Configuration>;

/** Where configurations come from: `config` is a file for all, or false for none. */
export interface ConfigChoice {
  readonly config?: string | false;
}

/** Finds and reads configurations, each once. */
export function configs({ config }: ConfigChoice): ConfigFor {
  const loaded = new Map<string, Promise<Configuration>>();
  const load = (file: string): Promise<Configuration> => {
    const known = loaded.get(file) ?? loadOnDefaults(file);
    loaded.set(file, known);
    return known;
  };
  if (config === false) return () => Promise.resolve(defaults);
  if (config !== undefined) return () => load(path.resolve(config));
  const find = configFinder();
  return (file) => {
    const found = find(file === undefined ? process.cwd() : path.dirname(path.resolve(file)));
    return found === undefined ? Promise.resolve(defaults) : load(found);
  };
}

/** What holds where nothing is configured. */
const defaults: Configuration = {
  layers: [{ name: "recommended", folder: "", config: { rules: presets.recommended } }],
  rules: all,
};

async function loadOnDefaults(file: string): Promise<Configuration> {
  const { loadConfig } = await import("./load-config.js");
  const { layers, rules } = await loadConfig(file);
  return { layers: [...defaults.layers, ...layers], rules };
}
