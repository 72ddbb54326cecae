import { type DataProblem, placed, readData } from "../schema/read-data.js";
import { takenIds } from "../schema/taken-ids.js";
import { validateData } from "../schema/validate.js";
import type { CatalogueEntry, CatalogueFile } from "./entry.js";
import { catalogueSchema } from "./schema.js";

/** Why a catalogue file cannot be used, and what to do. */
export type CatalogueProblem = DataProblem;

/** The entries of the files that could be read, and what is wrong with the others. */
export interface LoadedCatalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly problems: readonly CatalogueProblem[];
}

/** Reads a catalogue file; one that has problems has no entries. The path only serves to name the file. */
export async function loadCatalogue(path: string, text: string): Promise<LoadedCatalogue> {
  const read = await readData(path, text);
  if (!("places" in read)) return refused(read);
  const { data, places } = read;
  const checked = await validateData<CatalogueFile>(data, catalogueSchema);
  if ("faults" in checked) return refused(...placed(checked.faults, places));

  const { exporter } = checked.value;
  const entries = checked.value.entries.map((entry, index) => ({
    ...entry,
    exporter,
    at: places.ofValue(["entries", String(index), "id"]),
  }));
  const problems = takenIds(entries, "entry");
  return problems.length > 0 ? refused(...problems) : { entries, problems };
}

/** Reads several catalogue files; an id may occur only once among all of them. */
export async function loadCatalogues(
  files: Iterable<{ readonly path: string; readonly text: string }>,
): Promise<LoadedCatalogue> {
  const loaded = await Promise.all(Array.from(files, ({ path, text }) => loadCatalogue(path, text)));
  const entries = loaded.flatMap((catalogue) => catalogue.entries);
  return { entries, problems: [...loaded.flatMap((catalogue) => catalogue.problems), ...takenIds(entries, "entry")] };
}

function refused(...problems: readonly CatalogueProblem[]): LoadedCatalogue {
  return { entries: [], problems };
}
