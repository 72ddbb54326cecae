export type { Copies } from "./copies.js";
export { lineStarts, positionAt, type Position } from "../syntax/lines.js";
export { maxFileSize } from "./limits.js";
export { readSource } from "./read.js";
export { runSettings } from "./run-settings.js";
export type { ScrapeInterval } from "./scrape-intervals.js";
export { withQueries, type FieldQueries } from "./rule-files/file.js";
export type { Source, SourceQuery } from "./source.js";
export type { TextMap } from "./text-map.js";
export { fixSource, type FixedSource, type FixSourceOptions } from "./fix-source.js";
export {
  lintSource,
  lintSources,
  type FoundAlone,
  type SourceBecause,
  type SourceDiagnostic,
  type SourceOptions,
  type SourceWithOptions,
} from "./lint-source.js";
export { formatSource, type FormattedSource } from "./format-source.js";
