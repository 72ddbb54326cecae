import { jsonText } from "../report/json-text.js";
import type { ServerStatus } from "./status.js";

const version = 1;

/** A status for programs: times as ISO 8601, durations in seconds. Ends with a line break. */
export function statusJson(status: ServerStatus): string {
  return jsonText({ version, ...status });
}
