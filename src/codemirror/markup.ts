import type { Description } from "../analysis/explain/describe.js";

/** A text as a paragraph, with what stands in backticks as code. No part of it is read as HTML. */
export function paragraph(text: string, className: string): HTMLElement {
  const element = withClass(document.createElement("div"), className);
  for (const [index, part] of text.split("`").entries()) {
    if (part === "") continue;
    const isCode = index % 2 === 1;
    const child = isCode ? document.createElement("code") : document.createTextNode("");
    child.textContent = part;
    element.append(child);
  }
  return element;
}

/** A link that opens beside the page; nothing where the address is none of the web. */
export function link(url: string, text: string): HTMLElement | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  const element = withClass(document.createElement("a"), "cm-promql-link");
  element.href = url;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  element.textContent = text;
  return element;
}

/** A description as it stands in a tooltip, or beside a completion. */
export function describedBy({ heading, lines, page }: Description): HTMLElement {
  const title = withClass(document.createElement("div"), "cm-promql-heading");
  title.textContent = heading;
  const more = page === undefined ? undefined : link(page, "Documentation");
  const parts = [title, ...lines.map((line) => paragraph(line, "cm-promql-line")), ...(more ? [more] : [])];
  return group(parts, "cm-promql-description");
}

/** Elements one below the other. */
export function group(parts: readonly HTMLElement[], className: string): HTMLElement {
  const element = withClass(document.createElement("div"), className);
  element.append(...parts);
  return element;
}

function withClass<E extends HTMLElement>(element: E, name: string): E {
  element.className = name;
  return element;
}
