export { promql } from "./promql.js";
export type { PromqlOptions } from "./options.js";
export { clientSource, type LabelClient, type SeriesSource } from "./series-source.js";
export { promqlLanguage } from "./language.js";
export { formatPromql } from "./format.js";
export { formatKeymap } from "./format-keymap.js";
