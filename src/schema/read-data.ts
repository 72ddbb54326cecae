import type { Fault } from "./fault.js";
import { type FilePlace, type Places, placesIn } from "./places.js";

/** What is wrong with a file, where, and what to do. */
export interface DataProblem {
  readonly at: FilePlace;
  readonly message: string;
  readonly help?: string;
}

/** A text as data, and where its values stand. */
export interface ReadData {
  readonly data: unknown;
  readonly places: Places;
}

/** Reads YAML, of which JSON is a part, or says why that is not possible; `null` where it is empty. */
export async function readData(path: string, text: string): Promise<ReadData | DataProblem> {
  const { LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const places = await placesIn(path, document, lines);

  // The errors after the first mostly follow from it.
  const [broken] = document.errors;
  if (broken?.code === "RESOURCE_EXHAUSTION") {
    return { at: places.ofOffset(0), message: "values stand too deep within each other", help: "write it flatter" };
  }
  if (broken) {
    const help = `correct the ${path.endsWith(".json") ? "JSON" : "YAML"}`;
    return { at: places.ofOffset(broken.pos[0]), message: broken.message, help };
  }
  try {
    return { data: document.toJS(), places };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { at: places.ofOffset(0), message, help: "write the values out instead of using aliases" };
  }
}

/** Faults of data that was read from a file, each with its place. */
export function placed(faults: readonly Fault[], places: Places): readonly DataProblem[] {
  return faults.map(({ keys, atKey, ...fault }) => ({
    at: atKey ? places.ofKey(keys) : places.ofValue(keys),
    ...fault,
  }));
}
