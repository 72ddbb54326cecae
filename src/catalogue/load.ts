import type { CatalogueEntry, CatalogueFile, FilePlace } from "./entry.js";
import { faultsOf } from "./fault.js";
import { placesIn } from "./places.js";
import { catalogueSchema } from "./schema.js";

/** Why a catalogue file cannot be used, and what to do. */
export interface CatalogueProblem {
  readonly at: FilePlace;
  readonly message: string;
  readonly help?: string;
}

/** The entries of the files that could be read, and what is wrong with the others. */
export interface LoadedCatalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly problems: readonly CatalogueProblem[];
}

/** Reads a catalogue file; one that has problems has no entries. The path only serves to name the file. */
export async function loadCatalogue(path: string, text: string): Promise<LoadedCatalogue> {
  const { LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const places = await placesIn(path, document, lines);

  // The errors after the first mostly follow from it.
  const [broken] = document.errors;
  if (broken) return refused({ at: places.ofOffset(broken.pos[0]), message: broken.message, help: "correct the YAML" });
  let data: unknown;
  try {
    data = document.toJS();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refused({ at: places.ofOffset(0), message, help: "write the values out instead of using aliases" });
  }

  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const validate = new Ajv2020({ allErrors: true }).compile<CatalogueFile>(catalogueSchema);
  if (!validate(data)) {
    const faults = faultsOf(validate.errors ?? []);
    return refused(
      ...faults.map(({ keys, atKey, ...fault }) => ({
        at: atKey ? places.ofKey(keys) : places.ofValue(keys),
        ...fault,
      })),
    );
  }

  const { exporter } = data;
  const entries = data.entries.map((entry, index) => ({
    ...entry,
    exporter,
    at: places.ofValue(["entries", String(index), "id"]),
  }));
  const problems = duplicates(entries);
  return problems.length > 0 ? refused(...problems) : { entries, problems };
}

/** Reads several catalogue files; an id may occur only once among all of them. */
export async function loadCatalogues(
  files: Iterable<{ readonly path: string; readonly text: string }>,
): Promise<LoadedCatalogue> {
  const loaded = await Promise.all(Array.from(files, ({ path, text }) => loadCatalogue(path, text)));
  const entries = loaded.flatMap((catalogue) => catalogue.entries);
  return { entries, problems: [...loaded.flatMap((catalogue) => catalogue.problems), ...duplicates(entries)] };
}

function refused(...problems: readonly CatalogueProblem[]): LoadedCatalogue {
  return { entries: [], problems };
}

function duplicates(entries: readonly CatalogueEntry[]): readonly CatalogueProblem[] {
  const first = new Map<string, FilePlace>();
  return entries.flatMap(({ id, at }) => {
    const other = first.get(id);
    if (!other) {
      first.set(id, at);
      return [];
    }
    const message = `the id \`${id}\` is taken by the entry at ${other.path}:${other.line}`;
    return [{ at, message, help: "give the entry an id of its own" }];
  });
}
