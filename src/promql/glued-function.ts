import { functionNames } from "./functions.js";

/** A name of which a part is a function: `node_load1_max_over_time`. */
export interface GluedFunction {
  readonly metric: string;
  readonly name: string;
}

/** Takes a name apart that ends or begins with a function over time; nothing where it does not. */
export function gluedFunction(text: string): GluedFunction | undefined {
  if (!text.includes("_over_time")) return undefined;
  const names = functionNames.filter((each) => each.endsWith("_over_time")).sort((a, b) => b.length - a.length);
  const name = names.find((each) => text.endsWith(`_${each}`) || text.startsWith(`${each}_`));
  if (name === undefined) return undefined;
  const metric = text.endsWith(`_${name}`) ? text.slice(0, -name.length - 1) : text.slice(name.length + 1);
  return metric === "" ? undefined : { metric, name };
}
