export type { FactsServer } from "./basics.js";
export type { Politeness } from "./batches.js";
export type { AskedQuery } from "./read-queries.js";
export { factsSession, serverFacts, type FactsOptions, type FactsSession, type LearnedFacts } from "./server-facts.js";
