import { readSource, type ScrapeInterval, type Source } from "../../files/index.js";

/** What is known of a file without reading it again: how much it holds, and what it tells other files. */
export interface SourceFacts {
  readonly queries: number;
  readonly ruleFiles: number;
  readonly problems: number;
  readonly recorded: readonly string[];
  readonly scrapeIntervals: readonly ScrapeInterval[];
}

/** The facts of a source. */
export function factsOf({ queries, ruleFiles, problems, recorded, scrapeIntervals }: Source): SourceFacts {
  const counts = { queries: queries.length, ruleFiles: ruleFiles.length, problems: problems.length };
  return { ...counts, recorded, scrapeIntervals };
}

/** A source whose text is only read when somebody asks for more than its facts tell. */
export function lazySource(path: string, text: string, facts: SourceFacts): Source {
  let known: Source | undefined;
  const read = (): Source => (known ??= readSource(path, text));
  return {
    path,
    text,
    recorded: facts.recorded,
    scrapeIntervals: facts.scrapeIntervals,
    get queries() {
      return facts.queries === 0 ? [] : read().queries;
    },
    get ruleFiles() {
      return facts.ruleFiles === 0 ? [] : read().ruleFiles;
    },
    get problems() {
      return facts.problems === 0 ? [] : read().problems;
    },
    get dashboards() {
      return read().dashboards;
    },
    get panels() {
      return read().panels;
    },
    get comments() {
      return read().comments;
    },
    field: (name) => read().field(name),
  };
}
