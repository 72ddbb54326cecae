// @vitest-environment happy-dom
import { EditorView, runScopeHandlers } from "@codemirror/view";
import { h, render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { recommended } from "../../../rules/index.js";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import { Editor, type EditorProps } from "../../../src/web/editor/editor.js";
import type { PageServer } from "../../../src/web/server/page-server.js";
import type { Source } from "../../../src/web/server/source.js";

const server: PageServer = {
  name: "a test",
  instantQuery: () => Promise.reject(new Error("is not asked")),
  rangeQuery: () => Promise.reject(new Error("is not asked")),
  labelNames: () => Promise.resolve([]),
  labelValues: () => Promise.resolve([]),
  targets: () => Promise.resolve([]),
  stop: () => undefined,
};
const source: Source = {
  ...{ server, judgedBy: "result", rules: recommended, metrics: builtinMetrics },
  now: () => new Date(0),
};

let root: HTMLElement | undefined;
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
});

/** An editor on a page, and a way to show it anew with other properties. */
function onPage(given: Partial<EditorProps>) {
  const parent = document.body.appendChild(document.createElement("div"));
  root = parent;
  let props: EditorProps = { query: "up", label: "Query", source, onQuery: vi.fn(), onRun: vi.fn(), ...given };
  const show = (changed: Partial<EditorProps> = {}): void => {
    props = { ...props, ...changed };
    render(h(Editor, props), parent);
  };
  show();
  const content = parent.querySelector(".cm-content");
  const view = content instanceof HTMLElement ? EditorView.findFromDOM(content) : null;
  if (!view) throw new Error("there is no editor");
  return { view, show, parent };
}

function press(view: EditorView, key: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) {
  return runScopeHandlers(view, new KeyboardEvent("keydown", { key, ...held }), "editor");
}

test("the label of an editor is read to those who do not see it", () => {
  expect(onPage({}).view.contentDOM.getAttribute("aria-label")).toBe("Query");
});

test("what is written is told", () => {
  const onQuery = vi.fn();
  const { view } = onPage({ onQuery });
  view.dispatch({ changes: { from: 2, insert: " + 1" } });
  expect(onQuery.mock.calls).toEqual([["up + 1"]]);
});

test.each<[string, Parameters<typeof press>[2], number, string]>([
  ["Enter", {}, 1, "up"],
  ["Enter", { ctrlKey: true }, 1, "up"],
  ["Enter", { shiftKey: true }, 0, "\nup"],
])("%s with %j runs %i times", (key, held, runs, text) => {
  const onRun = vi.fn();
  const { view } = onPage({ onRun });
  expect(press(view, key, held)).toBe(true);
  expect([onRun.mock.calls.length, view.state.doc.toString()]).toEqual([runs, text]);
});

test("Tab is left to the page", () => {
  expect(press(onPage({}).view, "Tab")).toBe(false);
});

test("another query is shown, and the cursor stays at its word", () => {
  const { view, show } = onPage({ query: "rate(node_load1[5m])" });
  view.dispatch({ selection: { anchor: "rate(node_load1".length } });
  show({ query: "deriv(node_load1[5m])" });
  expect([view.state.doc.toString(), view.state.selection.main.head]).toEqual([
    "deriv(node_load1[5m])",
    "deriv(node_load1".length,
  ]);
});

test("the button formats", () => {
  const { view, parent } = onPage({ query: "sum(up)by(job)" });
  parent.querySelector("button")?.click();
  expect(view.state.doc.toString()).toBe("sum by (job) (up)");
});

test("control characters are seen", () => {
  expect(onPage({ query: "up\u202e" }).view.contentDOM.textContent).toBe("up\\u{202e}");
});

test("what is found is told with the text in which it is", async () => {
  const onDiagnostics = vi.fn<NonNullable<EditorProps["onDiagnostics"]>>();
  onPage({ query: "rate(node_load1[5m])", onDiagnostics });
  await expect.poll(() => onDiagnostics.mock.lastCall?.[1], { timeout: 10_000 }).toBe("rate(node_load1[5m])");
  expect(onDiagnostics.mock.lastCall?.[0].map(({ code }) => code)).toEqual(["rate-over-gauge"]);
});
