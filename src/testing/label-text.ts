import { isLegacyLabel } from "../promql/labels.js";
import { quote } from "../promql/strings.js";

/** A label, or an annotation, as people write it. */
export function formatLabel(name: string, value: string, between = "="): string {
  return `${isLegacyLabel(name) ? name : quote(name)}${between}${quote(value)}`;
}
