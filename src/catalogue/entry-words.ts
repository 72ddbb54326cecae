import type { Entry, Requirements } from "./entry.js";

/** The use of a result, in words. */
const uses: Readonly<Record<Entry["kind"], string>> = {
  instant: "at a moment",
  range: "over a range, for a graph",
  alert: "as the condition of an alert",
};

/** What an entry says of itself besides its texts, by name. `code` is given what stands for itself, such as a label. */
export function entryFacts(
  entry: Entry,
  exporter: string,
  code: (text: string) => string = (text) => text,
): readonly (readonly [name: string, fact: string])[] {
  const { type, unit, labels, incident } = entry;
  const by = labels.length > 0 ? `by ${labels.map(code).join(", ")}` : "without labels";
  return [
    ["result", `${type} of ${unit}, ${by}`],
    ["use", uses[entry.kind]],
    ["level", entry.level],
    ["tags", entry.tags.join(", ")],
    ["needs", needs(entry.requires, exporter, code).join("; ")],
    ...(incident === undefined ? [] : [["met", `in the demo cluster while ${code(incident)} is under way`] as const]),
    ["source", entry.source],
  ];
}

function needs(
  { metrics, version, flags = [], prometheus, features = [], note }: Requirements,
  exporter: string,
  code: (text: string) => string,
): readonly string[] {
  return [
    metrics.map(code).join(", "),
    ...(version ? [`${exporter} ${version}`] : []),
    ...flags.map(code),
    ...(prometheus ? [`Prometheus ${prometheus}`] : []),
    ...features.map((feature) => code(`--enable-feature=${feature}`)),
    ...(note ? [note.replace(/\.$/, "")] : []),
  ];
}
