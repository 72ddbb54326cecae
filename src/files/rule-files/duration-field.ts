import type { Field } from "../../lint/subject.js";
import { formatDuration, parseDuration } from "../../promql/durations.js";
import { unitOf } from "../../promql/unit-words.js";
import type { Fix } from "../../syntax/problem.js";
import type { DocumentReader } from "../document-reader.js";
import type { Entry } from "../mapping.js";
import type { RuleFormat } from "./format.js";

/** Reports a text that the server does not take for a duration, with what was meant where that is certain. */
export function checkDuration(
  reader: DocumentReader,
  name: string,
  entry: Entry | undefined,
  field: Field | undefined,
  language: RuleFormat["language"] = "promql",
): void {
  if (!entry?.value || !field || field.text === "0") return;
  const { text } = field;
  if (language === "metricsql" && metricsqlDuration.test(text)) return;
  const seconds = parseDuration(text);
  if (typeof seconds === "number") return;

  const meant = meantDuration(text);
  const edits =
    meant && reader.collected.fields.get(field.field)?.rewrite([{ from: 0, to: text.length, insert: meant }]);
  const fixes: readonly Fix[] = edits ? [{ title: `Use \`${meant}\``, safety: "safe", edits }] : [];
  const given = text === "" ? `\`${name}\` is empty` : `\`${name}\` is \`${text}\``;
  const what = seconds === "out-of-range" ? "longer than the 292 years of a duration" : "which is no duration";
  const message = `The file is rejected: ${given}, ${what}`;
  reader.problem("bad-duration", entry.value, message, help(text, fixes), "error", fixes);
}

/** Fractions, and seconds without a unit. Source: https://docs.victoriametrics.com/victoriametrics/metricsql/ */
const metricsqlDuration = /^(?:\d+(?:\.\d+)?|(?:\d+(?:\.\d+)?(?:ms|[smhdwyi]))+)$/i;

function help(text: string, fixes: readonly Fix[]): string | undefined {
  if (fixes.length > 0) return undefined;
  if (/^\d+$/.test(text)) return `give it a unit: \`${text}s\` are seconds, \`${text}m\` are minutes`;
  return "write whole numbers with the units `y`, `w`, `d`, `h`, `m`, `s`, `ms`: `1h30m`";
}

/** `5 minutes` is `5m`, `1h 30m` is `1h30m`, `1.5h` is `1h30m`. */
function meantDuration(text: string): string | undefined {
  if (text.length > 60 || !/^\s*(?:\d+(?:\.\d+)?\s*[a-z]+[\s,]*(?:and\s+)?)+$/i.test(text)) return undefined;
  const parts = Array.from(text.matchAll(/(\d+)(\.\d+)?\s*([a-z]+)/gi), ([, whole = "", fraction = "", word = ""]) => ({
    count: Number(whole + fraction),
    unit: unitOf(word.toLowerCase())?.unit,
  }));
  if (parts.some(({ unit }) => unit === undefined)) return undefined;
  const joined = parts.map(({ count, unit }) => `${count}${unit}`).join("");
  if (typeof parseDuration(joined) === "number") return joined;

  let total = 0;
  for (const { count, unit } of parts) {
    const seconds = parseDuration(`1${unit}`);
    total += typeof seconds === "number" ? count * seconds : NaN;
  }
  const meant = formatDuration(total);
  return parseDuration(meant) === total ? meant : undefined;
}
