import { grouped } from "../syntax/grouped.js";
import type { Diagnostic } from "../lint/rule.js";
import type { FieldPlace } from "../lint/subject.js";
import type { Edit, Fix } from "../syntax/problem.js";
import type { SourceBecause, SourceDiagnostic } from "./lint-source.js";
import type { Source } from "./source.js";
import type { TextMap } from "./text-map.js";

/**
 * A diagnostic of a rule or panel of the file `file`, at its place in that file. `sources` are all files by path.
 * `undefined` where the field that it names does not exist.
 */
export function placeField(
  { at, because, fixes, ...rest }: Diagnostic<FieldPlace>,
  file: string,
  sources: ReadonlyMap<string, Source>,
): SourceDiagnostic | undefined {
  const spanOf = ({ field, span }: FieldPlace, path: string) => sources.get(path)?.field(field)?.span(span);
  const span = spanOf(at, file);
  if (!span) return undefined;
  const causes = because?.flatMap((cause): SourceBecause[] => {
    const path = cause.at.file ?? file;
    const found = spanOf(cause.at, path);
    return found ? [{ message: cause.message, at: found, ...(path !== file && { path }) }] : [];
  });
  const placed = fixes?.flatMap((fix): Fix[] => {
    const edits = rewriteFields(fix.edits, file, sources);
    return edits ? [{ ...fix, edits }] : [];
  });
  return { ...rest, at: span, field: at.field, ...(causes && { because: causes }), ...(placed && { fixes: placed }) };
}

function rewriteFields(
  edits: readonly Edit<FieldPlace>[],
  path: string,
  sources: ReadonlyMap<string, Source>,
): readonly Edit[] | undefined {
  if (edits.some(({ file = path }) => file !== path)) return undefined;
  const rewritten: Edit[] = [];
  for (const [field, own] of grouped(edits, ({ field }) => field)) {
    const map = sources.get(path)?.field(field);
    const done = map && rewriteField(own, map);
    if (!done) return undefined;
    rewritten.push(...done);
  }
  return rewritten;
}

/** A field that goes with its key has no other edit, and nothing takes its place. */
function rewriteField(edits: readonly Edit<FieldPlace>[], map: TextMap): readonly Edit[] | undefined {
  if (edits.every(({ withKey }) => !withKey))
    return map.rewrite(edits.map(({ span, insert }) => ({ ...span, insert })));
  return edits.length === 1 && edits[0]?.insert === "" ? map.remove() : undefined;
}
