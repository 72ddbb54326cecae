import type { Field, RuleGroup } from "../../lint/subject.js";
import { isLegacyLabel, isLegacyMetric, metricName } from "../../promql/labels.js";
import type { Fix } from "../../syntax/problem.js";
import type { DocumentReader } from "../document-reader.js";
import type { Entry } from "../mapping.js";
import { plainType } from "../yaml/plain-values.js";
import type { RuleFormat } from "./format.js";

/** Reports names of labels or annotations that are rejected, and values that Kubernetes does not take. */
export function checkLabels(
  reader: DocumentReader,
  labels: Entry | undefined,
  format: RuleFormat,
  kind: "label" | "annotation" = "label",
): void {
  if (!format.strict) return;
  for (const [name, entry] of reader.peek(labels?.value) ?? []) {
    if (name === "") {
      reader.problem("bad-label-name", entry.key, `The file is rejected: the name of this ${kind} is empty`);
    } else if (name === metricName && kind === "label") {
      const message = `The file is rejected: a rule cannot set the label \`${metricName}\``;
      reader.problem("bad-label-name", entry.key, message);
    } else if (!isLegacyLabel(name)) {
      const message = `Before version 3 Prometheus rejects the file: the ${kind} \`${name}\` has other characters than letters, digits and \`_\``;
      reader.problem("unusual-name", entry.key, message, undefined, "info");
    }
    if (format.kubernetes) checkText(reader, entry, `the ${kind} \`${name}\``);
  }
}

/** Reports a number or boolean where Kubernetes takes a text alone. */
function checkText(reader: DocumentReader, entry: Entry, what: string): void {
  const type = plainType(reader, entry);
  if (!type || !entry.value) return;
  const at = reader.spanOf(entry.value);
  const quoted = `"${reader.peekText(entry) ?? ""}"`;
  const fix: Fix = { title: `Use \`${quoted}\``, safety: "safe", edits: [{ ...at, insert: quoted }] };
  const message = `Kubernetes rejects the manifest: ${what} is ${type} instead of a text`;
  reader.problem("wrong-type", entry.value, message, undefined, "error", [fix]);
}

/** Reports a name that a recording rule cannot have, or that only Prometheus 3 takes. */
export function checkRecordName(reader: DocumentReader, entry: Entry | undefined, { text }: Field): void {
  if (!entry?.value) return;
  if (/[{}]/.test(text)) {
    const message = `The file is rejected: the name \`${text}\` of a recording rule has braces`;
    reader.problem("bad-record-name", entry.value, message, "labels stand below `labels`, and a query below `expr`");
  } else if (!isLegacyMetric(text)) {
    const message = `Before version 3 Prometheus rejects the file: \`${text}\` has other characters than letters, digits, \`_\` and \`:\``;
    const help = `name it \`${text.replace(/[^A-Za-z0-9_:]+/g, "_").replace(/^(?=\d)/, "_")}\`, so that a query can name it without quotes`;
    reader.problem("unusual-name", entry.value, message, help, "warning");
  }
}

/** Reports groups of one file with the same name. */
export function checkNames(reader: DocumentReader, groups: readonly RuleGroup[], format: RuleFormat): void {
  if (!format.strict || format.language === "metricsql") return;
  const seen = new Set<string>();
  for (const { name } of groups) {
    const map = reader.collected.fields.get(name.field);
    if (seen.has(name.text) && map) {
      const at = map.span({ from: 0, to: name.text.length });
      const message = `The file is rejected: a group above has the name \`${name.text}\` too`;
      reader.problem("duplicate-group", at, message, "give each group of a file a name of its own");
    }
    if (name.text !== "") seen.add(name.text);
  }
}
