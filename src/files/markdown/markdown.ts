import { parse } from "../../syntax/parse.js";
import type { Span } from "../../syntax/problem.js";
import { partOf } from "../compose-maps.js";
import type { Collected } from "../document-reader.js";
import { linesMap } from "../yaml/lines-map.js";
import { fitsFence, markdownParts } from "./parts.js";

/** Collects the queries of the fenced blocks of a Markdown text: `promql` is a query or several, `yaml` a file. */
export function readMarkdown(collected: Collected): void {
  const { text, comments, embedded, fields, queries } = collected;
  const parts = markdownParts(text);
  for (const comment of parts.comments) comments.push(comment);
  for (const [k, fence] of parts.fences.entries()) {
    const { text: content, map } = linesMap(text, fence.lines, fence.prefix, (wanted) => fitsFence(fence, wanted));
    const field = `fences[${k}]`;
    if (fence.language === "promql") {
      fields.set(field, map);
      for (const part of queriesOf(content)) {
        // A query in a document may be meant for a rule or for a dashboard.
        const query = { text: content.slice(part.from, part.to), map: partOf(map, part), field };
        queries.push({ ...query, use: "range", variables: "grafana" });
      }
    } else if (fence.language === "yaml" || fence.language === "yml") {
      embedded.push({ name: "fence.yaml", text: content, map, field });
    }
  }
}

/**
 * The queries of a block. It is one query if it can be read as one. Otherwise each part between blank lines is one, unless
 * a part continues the one before, or none of them can be read: then it is a single query with a mistake.
 */
function queriesOf(content: string): readonly Span[] {
  const whole = trimmed(content, { from: 0, to: content.length });
  const parts = partsOf(content);
  if (parts.length < 2 || reads(content, whole)) return whole.from < whole.to ? [whole] : [];
  const continues = parts.slice(1).some(({ from, to }) => /^\s*[-+*/%^,)\]}=!<>]/.test(content.slice(from, to)));
  return continues || !parts.some((part) => reads(content, part)) ? [whole] : parts;
}

/** What stands between blank lines, but for comments alone. */
function partsOf(content: string): readonly Span[] {
  const parts: Span[] = [];
  let from = 0;
  for (const { index, 0: blank } of [...content.matchAll(/\n(?:[ \t\r]*\n)+/g), { index: content.length, 0: "" }]) {
    const part = trimmed(content, { from, to: index });
    const lines = content.slice(part.from, part.to).split("\n");
    if (!lines.every((line) => /^\s*(?:#|$)/.test(line))) parts.push(part);
    from = index + blank.length;
  }
  return parts;
}

function reads(content: string, { from, to }: Span): boolean {
  return parse(content.slice(from, to), { variables: "grafana" }).problems.length === 0;
}

/** Without blank lines and without the blanks at its end; those before the first word are a part of its layout. */
function trimmed(content: string, { from, to }: Span): Span {
  const part = content.slice(from, to);
  const start = from + (/^(?:[ \t\r]*\n)*/.exec(part)?.[0].length ?? 0);
  return { from: start, to: Math.max(start, from + part.trimEnd().length) };
}
