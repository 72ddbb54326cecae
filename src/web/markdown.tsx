import { type ComponentChildren, h } from "preact";
import { useMemo } from "preact/hooks";
import { QueryText } from "./query-text.js";
import { visibleLines } from "./visible-lines.js";

/** Markdown as `lessonHtml` makes it, and what is done with a query in it that the reader wants to try. */
export interface MarkdownProps {
  readonly html: string;
  /** Blocks of PromQL have no button without it. */
  readonly onTry?: (query: string) => void;
}

/**
 * Markdown as elements. Only those that are known here are made: links lead to `http`, `https` or `#`, and there are no
 * images.
 */
export function Markdown({ html, onTry }: MarkdownProps) {
  const content = useMemo(() => elements(html, onTry), [html, onTry]);
  return <div class="markdown">{content}</div>;
}

/** A sentence with code in backticks, which has no other marks. */
export function Sentence({ text }: { readonly text: string }) {
  const parts = text.split(/`([^`]+)`/).map(visibleLines);
  return <>{parts.map((part, k) => (k % 2 === 1 ? <code>{part}</code> : part))}</>;
}

function elements(html: string, onTry: MarkdownProps["onTry"]): ComponentChildren {
  // A parsed document is inert: nothing in it is loaded or run.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return childrenOf(body, onTry);
}

function childrenOf(parent: Element, onTry: MarkdownProps["onTry"]): ComponentChildren[] {
  return Array.from(parent.childNodes, (node) => {
    if (node instanceof Element) return element(node, onTry);
    return node.nodeType === Node.TEXT_NODE ? visibleLines(node.nodeValue ?? "") : undefined;
  });
}

const plain: ReadonlySet<string> = new Set([
  ...["p", "em", "strong", "code", "ul", "ol", "li", "blockquote", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6"],
  ...["thead", "tbody", "tr", "th", "td"],
]);

function element(node: Element, onTry: MarkdownProps["onTry"]): ComponentChildren {
  const name = node.localName;
  const children = childrenOf(node, onTry);
  if (plain.has(name)) return h(name, {}, children);
  if (name === "pre") return block(node, onTry);
  if (name === "table") {
    return (
      <div class="markdown-table" role="group" aria-label="Table" tabIndex={0}>
        <table>{children}</table>
      </div>
    );
  }
  const address = name === "a" ? (node.getAttribute("href") ?? "") : "";
  if (address.startsWith("#")) return <a href={address}>{children}</a>;
  if (!/^https?:\/\//i.test(address)) return children;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function block(node: Element, onTry: MarkdownProps["onTry"]): ComponentChildren {
  const code = node.textContent.replace(/\n$/, "");
  const isQuery = node.querySelector("code.language-promql") !== null;
  if (!isQuery) {
    return (
      <pre class="markdown-output" tabIndex={0}>
        {visibleLines(code)}
      </pre>
    );
  }
  return (
    <div class="markdown-query">
      <pre>
        <QueryText query={code} />
      </pre>
      {onTry && (
        <button type="button" onClick={() => onTry(code)}>
          Try it
        </button>
      )}
    </div>
  );
}
