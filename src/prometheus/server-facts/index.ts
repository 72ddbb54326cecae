export type { FactsServer } from "./basics.js";
export type { Politeness } from "./batches.js";
export {
  factsSession,
  serverFacts,
  type AskedQuery,
  type FactsOptions,
  type FactsSession,
  type LearnedFacts,
} from "./server-facts.js";
