import type { Description } from "./description.js";

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
  const element = withClass(document.createElement("div"), "cm-promql-description");
  const title = withClass(document.createElement("div"), "cm-promql-heading");
  title.textContent = heading;
  element.append(title, ...lines.map((line) => paragraph(line, "cm-promql-line")));
  const more = page === undefined ? undefined : link(page, "Documentation");
  if (more) element.append(more);
  return element;
}

function withClass<E extends HTMLElement>(element: E, name: string): E {
  element.className = name;
  return element;
}
