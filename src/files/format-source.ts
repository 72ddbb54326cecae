import { applyEdits } from "../lint/fix.js";
import type { FormatOptions } from "../syntax/format.js";
import { formatText } from "../syntax/format-text.js";
import type { Edit } from "../syntax/problem.js";
import type { Source, SourceQuery } from "./source.js";

/** A file after its queries have been formatted. */
export interface FormattedSource {
  readonly text: string;
  /** How many queries have changed. */
  readonly changed: number;
  /** The queries that stay as they are: they cannot be read, or not be written where they stand. */
  readonly skipped: readonly SourceQuery[];
}

/**
 * Formats every query of a file and leaves every other byte as it is. A query that fits on one line stays in its style;
 * a longer one of a rule becomes a literal block.
 */
export function formatSource(source: Source, options: FormatOptions = {}): FormattedSource {
  const edits: Edit[] = [];
  const skipped: SourceQuery[] = [];
  let changed = 0;
  for (const query of source.queries) {
    const { text, problems } = formatText(query.text, { ...options, ...optionsOf(query) });
    if (problems.length > 0) skipped.push(query);
    else if (withLineFeeds(text) !== withLineFeeds(query.text.trimEnd())) {
      const rewritten = rewrite(query, text);
      if (!rewritten) skipped.push(query);
      else if (rewritten.length > 0) {
        edits.push(...rewritten);
        changed += 1;
      }
    }
  }
  return { text: applyEdits(source.text, edits), changed, skipped };
}

/** Lines end as those of their file do, and a query of a file that is no YAML has them as they are. */
function withLineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

function optionsOf({ variables, oneLine }: SourceQuery): FormatOptions & Pick<SourceQuery, "variables"> {
  return { ...(variables && { variables }), ...(oneLine && { width: Infinity }) };
}

/** Blanks at the end stay; a text of several lines in a rule ends with a line break where its place allows for one. */
function rewrite(
  { text, map, field, variables, oneLine }: SourceQuery,
  formatted: string,
): readonly Edit[] | undefined {
  if (oneLine && formatted.includes("\n")) return undefined;
  const to = text.trimEnd().length;
  const broken = field !== "" && !variables && to === text.length && formatted.includes("\n");
  const withBreak = broken ? map.rewrite([{ from: 0, to, insert: `${formatted}\n` }]) : undefined;
  return withBreak ?? map.rewrite([{ from: 0, to, insert: formatted }]);
}
