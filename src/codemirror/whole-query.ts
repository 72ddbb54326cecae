/** What reads whole queries, loaded together: whoever writes a query has it linted. */
export { diagnose, publishedPage } from "./diagnostics.js";
export { formatPromql } from "./format.js";
export { describedPart } from "./described-part.js";
