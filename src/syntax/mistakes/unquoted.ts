import { isLegacyLabel } from "../../promql/labels.js";
import { quote } from "../../promql/strings.js";
import { shortened, visible } from "../characters.js";
import { endOf } from "../end-of.js";
import type { Fix } from "../problem.js";
import { mending } from "./mending.js";
import { goInBraces, type Misread } from "./misread.js";

const bareValue = /[^\s,{}()[\]"'`“”‘’=!<>#;&$]+/y;

/** A value without quotes, or with the closing one only: `job=api`, `code=5xx`, `path=/api"`. */
export function unquotedValue(text: string, from: number): Misread | undefined {
  const end = endOf(bareValue, text, from);
  if (end === undefined) return undefined;
  const value = text.slice(from, end);
  const to = /^["'](?=\s*(?:[,}]|$))/.test(text.slice(end, end + 10)) ? end + 1 : end;
  const edits = [{ from, to, insert: quote(value) }];
  return {
    at: { from, to },
    words: {
      code: "unquoted-value",
      message:
        to > end
          ? `the value ${visible(shortened(value))} has no opening quote`
          : `the value ${visible(shortened(value))} stands without quotes`,
      ...mending("Put the value in quotes", edits),
      prometheus: goInBraces(text, from, "string"),
    },
    to,
    meant: [{ type: "identifier", from, to, text: value }],
  };
}

const labelLike = /[:./-]*\w[\w:./-]*(?=\s*[=!])/y;

/** The rest of a label that would need quotes: `.io/name` in `app.io/name="api"`; `start` is where it begins. */
export function unquotedLabel(text: string, start: number, from: number): Misread | undefined {
  const to = endOf(labelLike, text, from);
  if (to === undefined) return undefined;
  const label = text.slice(start, to);
  const legacy = label.replace(/\W/g, "_").replace(/^(?=\d)/, "_");
  return {
    at: { from, to },
    words: {
      code: "unquoted-label",
      message: `the label ${visible(shortened(label))} needs quotes`,
      help: "use quotes, or a name of letters, digits and `_`",
      fixes: labelFixes(label, legacy, start, to),
      prometheus: goInBraces(text, from, "label matching operator"),
    },
    to,
    meant: start === from ? [{ type: "identifier", from, to, text: label }] : [],
  };
}

function labelFixes(label: string, legacy: string, from: number, to: number): readonly Fix[] {
  return [
    { title: "Put the label in quotes", safety: "suggestion", edits: [{ from, to, insert: quote(label) }] },
    ...(isLegacyLabel(legacy)
      ? [{ title: `Use \`${legacy}\``, safety: "suggestion", edits: [{ from, to, insert: legacy }] } as const]
      : []),
  ];
}
