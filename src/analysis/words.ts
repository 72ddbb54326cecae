import { isLegacyLabel } from "../promql/labels.js";
import { quote } from "../promql/strings.js";

/** Labels as they are written in a query: `job, "http.status"`. */
export function printLabelList(labels: readonly string[]): string {
  return labels.map((label) => (isLegacyLabel(label) || label.includes("$") ? label : quote(label))).join(", ");
}
