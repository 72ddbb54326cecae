// @vitest-environment happy-dom
import { type ComponentChild, h, render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { markdownHtml } from "../../src/web/course/lesson-html.js";
import { Markdown, Sentence } from "../../src/web/markdown.js";

async function shown(child: ComponentChild): Promise<HTMLElement> {
  const root = document.createElement("div");
  await act(() => render(child, root));
  return root;
}

async function htmlOf(text: string): Promise<string> {
  const root = await shown(h(Markdown, { html: markdownHtml(text) }));
  return root.querySelector(".markdown")?.innerHTML ?? "";
}

describe("Markdown", () => {
  test.each([
    ["A _series_, and `up{}`", "<p>A <em>series</em>, and <code>up{}</code></p>"],
    ["1. one\n2. **two**", "<ol>\n<li>one</li>\n<li><strong>two</strong></li>\n</ol>"],
    [
      "[docs](https://prometheus.io/docs)",
      /^<p><a href="https:\/\/prometheus.io\/docs" target="_blank" rel="noopener noreferrer">docs<\/a><\/p>$/,
    ],
    ["[there](#/playground)", '<p><a href="#/playground">there</a></p>'],
    // What leads elsewhere is no link, and what is loaded from elsewhere is not there.
    ["[a](javascript:alert(1))", "<p>a</p>"],
    ["[a](mailto:a@b.c)", "<p>a</p>"],
    ["[a](other.html)", "<p>a</p>"],
    ["![picture](https://example.com/a.png)", "<p></p>"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["a\u202eb `\u001b[1m`", "<p>a\\u{202e}b <code>\\u{1b}[1m</code></p>"],
    ["```output\n1 series\n  a\n```", '<pre class="markdown-output" tabindex="0">1 series\n  a</pre>'],
  ])("%j", async (text, html) => {
    if (typeof html === "string") expect(await htmlOf(text)).toBe(html);
    else expect(await htmlOf(text)).toMatch(html);
  });

  test("a table scrolls in a box of its own", async () => {
    const root = await shown(h(Markdown, { html: markdownHtml("| a | b |\n| - | - |\n| `1` | 2 |") }));
    expect(root.querySelector(".markdown-table[tabindex='0'] > table")?.textContent).toContain("1");
    expect(root.querySelectorAll("th")).toHaveLength(2);
  });

  test("a query has its colours, and a button that hands it on", async () => {
    const onTry = vi.fn();
    const text = "```promql\nsum by (job) (\n  up\n)\n```";
    const root = await shown(h(Markdown, { html: markdownHtml(text), onTry }));
    root.querySelector("button")?.click();
    expect(onTry.mock.calls).toEqual([["sum by (job) (\n  up\n)"]]);
    await vi.waitFor(() => expect(root.querySelector(".query-text-keyword")).not.toBeNull());
    expect(root.querySelector("pre")?.textContent).toBe("sum by (job) (\n  up\n)");
  });

  test("what HTML could do is not done, whoever made it", async () => {
    const html =
      '<script>alert(1)</script><p onclick="alert(1)" style="position:fixed">a<!-- b --><iframe src="/">c</iframe></p>';
    const root = await shown(h(Markdown, { html }));
    expect(root.querySelector(".markdown")?.innerHTML).toBe("alert(1)<p>ac</p>");
  });

  test("a query that nobody takes has no button", async () => {
    const root = await shown(h(Markdown, { html: markdownHtml("```promql\nup\n```") }));
    expect(root.querySelector("button")).toBeNull();
  });
});

test.each([
  ["`rate()` counts per second", "<code>rate()</code> counts per second"],
  ['not `{a="<b>*x*</b>"}`', 'not <code>{a="&lt;b&gt;*x*&lt;/b&gt;"}</code>'],
  ["a lone ` is text", "a lone ` is text"],
  ["`a` and ` more", "<code>a</code> and ` more"],
  ["\u0007", "\\u{7}"],
])("a sentence %j", async (text, html) => {
  expect((await shown(h(Sentence, { text }))).innerHTML).toBe(html);
});
