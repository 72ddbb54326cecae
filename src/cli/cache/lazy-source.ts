import { readSource, type Source } from "../../files/index.js";

/** How much a file holds of what takes time to read. */
export interface SourceFacts {
  readonly queries: number;
  readonly ruleFiles: number;
  readonly problems: number;
}

/** How much a source holds. */
export function factsOf({ queries, ruleFiles, problems }: Source): SourceFacts {
  return { queries: queries.length, ruleFiles: ruleFiles.length, problems: problems.length };
}

/** A source whose text is only read when somebody asks for more than its facts tell. */
export function lazySource(path: string, text: string, facts: SourceFacts): Source {
  let known: Source | undefined;
  const read = (): Source => (known ??= readSource(path, text));
  return {
    path,
    text,
    get queries() {
      return facts.queries === 0 ? [] : read().queries;
    },
    get ruleFiles() {
      return facts.ruleFiles === 0 ? [] : read().ruleFiles;
    },
    get problems() {
      return facts.problems === 0 ? [] : read().problems;
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
