import type { DocumentReader } from "../document-reader.js";
import type { Entry } from "../mapping.js";

/** What a YAML reader makes of a scalar without quotes, where it is no text. */
export function plainType(reader: DocumentReader, entry: Entry): "a number" | "a boolean" | undefined {
  const text = reader.isPlain(entry) ? (reader.peekText(entry) ?? "") : "";
  if (booleans.test(text)) return "a boolean";
  return numbers.test(text) ? "a number" : undefined;
}

/** Those of YAML 1.1, which Kubernetes reads. */
const booleans = /^(?:true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;
const numbers =
  /^[-+]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|0x[\da-fA-F]+|0o?[0-7]+|\.inf|\.Inf|\.INF)$|^\.(?:nan|NaN|NAN)$/;

/** Whether a value can be a `limit`: a number without quotes. Prometheus cuts off what is behind its point. */
export function isLimit(reader: DocumentReader, entry: Entry): boolean {
  return plainType(reader, entry) === "a number";
}
