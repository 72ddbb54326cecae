import type { Diagnostic } from "../lint/rule.js";
import type { FieldPlace } from "../lint/subject.js";
import type { Edit, Fix } from "../syntax/problem.js";
import type { SourceBecause, SourceDiagnostic } from "./lint-source.js";
import type { Source } from "./source.js";

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
  const byField = new Map<string, Edit[]>();
  for (const { field, span, insert, file = path } of edits) {
    if (file !== path) return undefined;
    byField.set(field, [...(byField.get(field) ?? []), { ...span, insert }]);
  }
  const rewritten: Edit[] = [];
  for (const [field, own] of byField) {
    const done = sources.get(path)?.field(field)?.rewrite(own);
    if (!done) return undefined;
    rewritten.push(...done);
  }
  return rewritten;
}
