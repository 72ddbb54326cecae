export { promql } from "./promql.js";
export type { PromqlOptions } from "./options.js";
export { clientSource, type LabelClient, type SeriesSource } from "./series-source.js";
export { promqlLanguage } from "./language.js";
export { formatKeymap, formatPromql } from "./format.js";
