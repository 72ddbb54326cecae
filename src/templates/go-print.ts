import { compareCodePoints } from "../promql/code-points.js";
import { formatFloat } from "./go-float.js";
import { printDuration, printTime } from "./go-time.js";
import type { GoValue } from "./go-value.js";
import { TemplateError } from "./template-error.js";

/** A value as `{{ … }}` prints it. */
export function printedValue(value: GoValue): string {
  return value.kind === "nil" ? "<no value>" : plainText(value);
}

/** A value as Go's verb `%v` writes it. Source: https://pkg.go.dev/fmt#hdr-Printing */
export function plainText(value: GoValue): string {
  switch (value.kind) {
    case "float64":
      return formatFloat(value.value, "g");
    case "int":
    case "uint8":
    case "bool":
      return String(value.value);
    case "string":
      return value.value;
    case "nil":
      return "<nil>";
    case "map": {
      const sorted = [...value.values].sort(([a], [b]) => compareCodePoints(a, b));
      return `map[${sorted.map(([name, each]) => `${name}:${plainText(each)}`).join(" ")}]`;
    }
    case "samples":
      if (value.items.length === 0) return "[]";
      throw new TemplateError("the result of a query is printed as addresses in memory", "unsupported");
    case "sample":
      return `{${plainText(value.labels)} ${formatFloat(value.value, "g")}}`;
    case "struct":
      return `{${Array.from(value.fields.values(), plainText).join(" ")}}`;
    case "time":
      return printTime(value);
    case "duration":
      return printDuration(value.value);
  }
}

/** Values as `print` writes them: a blank stands between two of which neither is a text. */
export function printAll(values: readonly GoValue[]): string {
  return values
    .map((value, k) => {
      const before = values[k - 1];
      const isParted = before !== undefined && before.kind !== "string" && value.kind !== "string";
      return (isParted ? " " : "") + plainText(value);
    })
    .join("");
}
