// @vitest-environment happy-dom
import { h, render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import type { Diagnostic } from "../../../src/lint/rule.js";
import { Findings, type FindingsProps } from "../../../src/web/editor/findings.js";

const query = "rate(node_load1[5m])";
const finding: Diagnostic = {
  ...{ code: "rate-over-gauge", severity: "error", at: { from: 5, to: 15 } },
  message: "`rate()` reads <b>every</b> drop\u202e",
  help: "use `deriv()`",
  because: [{ at: { from: 0, to: 4 }, message: "it is called here" }],
  fixes: [{ title: "Use `deriv()`", safety: "review", edits: [{ from: 0, to: 4, insert: "deriv" }] }],
};

let root: HTMLElement | undefined;
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
});

function onPage(props: Partial<FindingsProps> = {}): HTMLElement {
  const parent = document.body.appendChild(document.createElement("div"));
  root = parent;
  render(h(Findings, { query, diagnostics: [finding], ...props }), parent);
  return parent;
}

function button(page: HTMLElement, text: string): HTMLButtonElement {
  const found = [...page.querySelectorAll("button")].find(({ textContent }) => textContent.includes(text));
  if (!found) throw new Error(`there is no button ${text}`);
  return found;
}

test("all of a finding is said, and HTML in it stays text", async () => {
  const page = onPage();
  await expect.poll(() => page.querySelector("a")?.href, { timeout: 10_000 }).toContain("rules/rate-over-gauge.md");
  const lines = [...page.querySelectorAll("p")].map(({ textContent }) => textContent);
  expect(lines).toEqual([
    "1 error",
    "error rate() reads <b>every</b> drop\\u{202e} rate-over-gauge",
    "it is called here",
    "Help: use deriv()",
  ]);
  expect([page.querySelectorAll("b, button").length, page.querySelectorAll("code").length]).toEqual([0, 2]);
});

test("a fix mends the query", () => {
  const onFix = vi.fn();
  button(onPage({ onFix }), "Use deriv()may change the result").click();
  expect(onFix.mock.calls).toEqual([["deriv(node_load1[5m])"]]);
});

test.each<[string, string]>([
  ["reads", "node_load1"],
  ["it is called here", "rate"],
])("“%s” leads to its place", (text, place) => {
  const onSelect = vi.fn<NonNullable<FindingsProps["onSelect"]>>();
  button(onPage({ onSelect }), text).click();
  const [at] = onSelect.mock.lastCall ?? [];
  expect(query.slice(at?.from, at?.to)).toBe(place);
});
