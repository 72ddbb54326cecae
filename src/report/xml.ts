import { unsafeOnTerminals } from "./json-text.js";
import { escapeCode } from "./visible.js";

/** The attributes of an element, by name; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An XML document, with its declaration. Ends with a line break. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** An element that holds a text, or other elements, each on lines of its own. */
export function element(name: string, attributes: Attributes, content: string | readonly string[] = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  );
  const tag = `${name}${written.join("")}`;
  if (content.length === 0) return `<${tag}/>`;
  if (typeof content === "string") return `<${tag}>${escapeXml(content)}</${name}>`;
  return [`<${tag}>`, ...content.map((child) => child.replace(/^/gm, "  ")), `</${name}>`].join("\n");
}

/**
 * A text as it may stand between tags and in an attribute. Whatever a reader or a terminal would change is written as a
 * reference, and what XML 1.0 forbids as `\u{1b}`: https://www.w3.org/TR/xml/#charsets
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => named[character] ?? character)
    .replace(/[\t\n\r]/g, reference)
    .replace(unsafeOnTerminals, reference)
    .replace(forbidden, escapeCode);
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu;

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16)};`;
}
