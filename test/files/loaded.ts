import { parseAllDocuments } from "yaml";

/**
 * What a file holds, as JSON and YAML libraries read it; files within its texts are read too. A line of a template that
 * is one action of Helm is no part of the YAML. Throws where the file does not load.
 */
export function loaded(path: string, text: string): unknown {
  const content = text.replace(/^\ufeff/, "");
  if (path.endsWith(".promql")) return content;
  if (path.endsWith(".md"))
    return Array.from(content.matchAll(/^```promql\s*\n([^]*?)\r?\n```/gm), ([, query]) => query);
  if (path.endsWith(".json")) return JSON.parse(content);
  return parseAllDocuments(content.replace(/^ *\{\{-? [^}]* \}\}\r?$/gm, ""), { merge: true }).map((document) => {
    const [error] = document.errors;
    if (error) throw error;
    return withEmbedded(document.toJS());
  });
}

function withEmbedded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withEmbedded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      typeof inner === "string" && /\.(?:json|ya?ml)$/.test(key) ? loaded(key, inner) : withEmbedded(inner),
    ]),
  );
}

/** Every text in a value. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The value with `change` done to every text in it. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((inner) => mapTexts(inner, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [key, mapTexts(inner, change)]),
  );
}
