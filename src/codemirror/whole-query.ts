/** What reads whole queries and what it rests on, loaded together: whoever writes a query has it linted. */
export { builtinMetrics } from "../metrics/builtin.js";
export { completeFromSource, completeKnown } from "./completion.js";
export { diagnose, publishedPage } from "./diagnostics.js";
export { formatPromql } from "./format.js";
export { describedPart } from "./described-part.js";
