import fc from "fast-check";

/** A run of the tests tries the same cases as the run before; the long runs look for new ones. */
if (process.env["PROMQL_LINT_FULL"] !== "1") fc.configureGlobal({ seed: 20_261_123 });
