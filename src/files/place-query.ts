import type { Diagnostic } from "../lint/rule.js";
import type { Panel } from "../lint/subject.js";
import type { SourceDiagnostic } from "./lint-source.js";
import { placed } from "./placed.js";
import type { SourceQuery } from "./source.js";

/** A diagnostic of a query, at its place in the file. */
export function placeQuery(written: Diagnostic, query: SourceQuery, file: string): SourceDiagnostic {
  const { text, map, field, rule, panel, restore = asIs } = query;
  const diagnostic = query.restore ? restored(written, restore) : written;
  const whole = map.span({ from: 0, to: text.length });
  const name = rule && restore(rule.kind === "alerting-rule" ? rule.alert.text : rule.record.text);
  return {
    ...diagnostic,
    ...placed(diagnostic, map),
    ...(field !== "" && { field }),
    ...(name !== undefined && { rule: name }),
    ...titleOf(panel),
    ...(file.slice(whole.from, whole.to) === restore(text) && { query: whole }),
  };
}

/** A panel without a title is told by its field. */
export function titleOf(panel: Panel | undefined): { panel?: string } {
  return panel && panel.title.text !== "" ? { panel: panel.title.text } : {};
}

function asIs(text: string): string {
  return text;
}

/** A diagnostic in the words of the file. The edits are restored by the map of the query. */
function restored(diagnostic: Diagnostic, restore: (text: string) => string): Diagnostic {
  const { message, help, prometheus, because, fixes } = diagnostic;
  return {
    ...diagnostic,
    message: restore(message),
    ...(help !== undefined && { help: restore(help) }),
    ...(prometheus !== undefined && { prometheus: restore(prometheus) }),
    ...(because && { because: because.map((cause) => ({ ...cause, message: restore(cause.message) })) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, title: restore(fix.title) })) }),
  };
}
