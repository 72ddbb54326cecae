// @vitest-environment happy-dom
import { acceptCompletion, autocompletion, currentCompletions, startCompletion } from "@codemirror/autocomplete";
import { type Action, type Diagnostic, forEachDiagnostic } from "@codemirror/lint";
import { EditorSelection, EditorState, type Extension } from "@codemirror/state";
import { EditorView, runScopeHandlers } from "@codemirror/view";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { all } from "../../rules/index.js";
import { describeFunction } from "../../src/analysis/explain/describe.js";
import { editorLimit, rulesLimit } from "../../src/codemirror/limits.js";
import { editorDiagnostics } from "../../src/codemirror/linter.js";
import { describedBy } from "../../src/codemirror/markup.js";
import type { PromqlOptions } from "../../src/codemirror/options.js";
import { promql } from "../../src/codemirror/promql.js";
import { configureRules } from "../../src/lint/config.js";

const views: EditorView[] = [];
afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
});

function editor(doc: string, options: PromqlOptions = {}, more: Extension = []): EditorView {
  const state = EditorState.create({ doc, extensions: [more, promql({ lintDelay: 0, ...options })] });
  const view = new EditorView({ state, parent: document.body });
  views.push(view);
  return view;
}

/** What is underlined, by whom, and what the actions are called. */
async function diagnosed(doc: string, options: PromqlOptions = {}) {
  const found = await editorDiagnostics(editor(doc, options));
  return found.map(({ from, to, source, severity, actions = [] }) => ({
    text: doc.slice(from, to),
    source,
    severity,
    actions: actions.map(({ name }) => name),
  }));
}

async function onlyDiagnostic(view: EditorView): Promise<Diagnostic> {
  const [first, ...others] = await editorDiagnostics(view);
  expect(others).toEqual([]);
  if (!first) throw new Error("nothing is found");
  return first;
}

function apply(view: EditorView, action: Action | undefined): void {
  action?.apply(view, 0, 0);
}

describe("diagnostics", () => {
  test.each([
    [
      "rate(node_load1[5m])",
      {
        text: "node_load1",
        source: "rate-over-gauge",
        severity: "error",
        actions: ["Use deriv() (may change the result)"],
      },
    ],
    ['up{job=~"api"}', { text: "=~", source: "regex-without-pattern", severity: "warning" }],
    ["ratee(up[5m])", { text: "ratee", source: "unknown-function", severity: "error", actions: ["Use rate"] }],
    ["sum(", { source: "unclosed-parenthesis", severity: "error" }],
  ])("%j", async (doc, first) => {
    expect((await diagnosed(doc))[0]).toMatchObject(first);
  });

  test.each([
    "",
    "  \n ",
    "up",
    "# promql-lint-disable bare-range-vector -- a try\nnode_load1[5m]",
    "sum by (job) (rate(node_cpu_seconds_total[5m]))",
  ])("none in %j", async (doc) => {
    expect(await diagnosed(doc)).toEqual([]);
  });

  test("options are those of the linter", async () => {
    const sources = async (doc: string, options: PromqlOptions) =>
      (await diagnosed(doc, options)).map(({ source }) => source);
    expect(await sources("rate(node_load1[5m])", { rules: [] })).toEqual([]);
    const rules = configureRules(all, { "rate-over-gauge": "warning" });
    expect((await diagnosed("rate(node_load1[5m])", { rules }))[0]?.severity).toBe("warning");
    expect(await sources("mad_over_time(up[5m])", { prometheus: { version: "3.5.0" } })).toEqual(["experimental"]);
    expect(await sources("rate(up_total[$__rate_interval])", {})).not.toEqual([]);
    expect(await sources("rate(up_total[$__rate_interval])", { variables: "grafana" })).toEqual([]);
    expect(await sources("node_load1[5m]", { use: "alert" })).toEqual(["bare-range-vector"]);
  });

  test("places count lines of any kind as the editor does", async () => {
    const view = editor("up\r\n+ ratee(up[5m])");
    const { from, to, actions } = await onlyDiagnostic(view);
    expect(view.state.sliceDoc(from, to)).toBe("ratee");
    apply(view, actions?.[0]);
    expect(view.state.doc.toString()).toBe("up\n+ rate(up[5m])");
  });

  test("fixes are left out where they are not wanted", async () => {
    expect(await diagnosed("ratee(up[5m])", { offerFixes: false })).toMatchObject([
      { source: "unknown-function", actions: [] },
    ]);
  });

  test("a long text is not given to rules, and a very long one is not read", async () => {
    const long = `node_load1[5m]${" ".repeat(rulesLimit)}`;
    expect(await diagnosed(long)).toEqual([{ text: "", source: "too-large", severity: "info", actions: [] }]);
    expect((await diagnosed(`${long})`)).map(({ source }) => source)).toEqual(["too-large", "unmatched-parenthesis"]);
    expect((await diagnosed(")".repeat(editorLimit + 1))).map(({ source }) => source)).toEqual(["too-large"]);
  });

  test("they appear by themselves, and go with what they are about", async () => {
    const view = editor("ratee(up[5m])");
    const shown = () => {
      const found: string[] = [];
      forEachDiagnostic(view.state, ({ source = "" }) => found.push(source));
      return found;
    };
    await vi.waitFor(() => expect(shown()).toEqual(["unknown-function"]), 5000);
    view.dispatch({ changes: { from: 0, to: 13, insert: "up" } });
    await vi.waitFor(() => expect(shown()).toEqual([]), 5000);
  });
});

describe("the message", () => {
  test("has code, what to do and a link", async () => {
    const view = editor("rate(node_load1[5m])");
    const element = (await onlyDiagnostic(view)).renderMessage?.(view);
    expect(element).toBeInstanceOf(HTMLElement);
    if (!(element instanceof HTMLElement)) return;
    expect(Array.from(element.querySelectorAll("code"), (code) => code.textContent)).toEqual(
      expect.arrayContaining(["rate()", "node_load1"]),
    );
    const anchor = element.querySelector("a");
    expect(anchor?.href).toBe("https://unpkg.com/promql-lint/rules/rate-over-gauge.md");
    expect(anchor?.rel).toBe("noopener noreferrer");
  });

  test.each<[string, PromqlOptions, string | undefined]>([
    ["ratee(up[5m])", {}, "https://unpkg.com/promql-lint/docs/problems.md#unknown-function"],
    ["ratee(up[5m])", { pageOf: (code) => `https://wiki.example/${code}` }, "https://wiki.example/unknown-function"],
    ["ratee(up[5m])", { pageOf: () => undefined }, undefined],
    ["ratee(up[5m])", { pageOf: () => "javascript:alert(1)" }, undefined],
  ])("%s %j: links to %s", async (doc, options, href) => {
    const view = editor(doc, options);
    const element = (await onlyDiagnostic(view)).renderMessage?.(view);
    expect(element instanceof HTMLElement && element.querySelector("a")?.href).toBe(href);
  });

  test("HTML in a query stays text", async () => {
    const view = editor('up{job=~"<img src=x onerror=alert(1)>("}');
    const [first] = await editorDiagnostics(view);
    const element = first?.renderMessage?.(view);
    expect(element instanceof HTMLElement && element.querySelector("img")).toBeNull();
    expect(element?.textContent).toContain("<img");
  });
});

describe("actions", () => {
  test.each([
    ["rate(node_load1[5m])", 0, "deriv(node_load1[5m])"],
    ['up{job=~"api"}', 0, 'up{job="api"}'],
    ["queue_depth[10m]", 1, "avg_over_time(queue_depth[10m])"],
    ["sum(rate(up[5m])", 0, "sum(rate(up[5m]))"],
  ])("%s: action %i gives %s", async (before, index, after) => {
    const view = editor(before);
    const [first] = await editorDiagnostics(view);
    apply(view, first?.actions?.[index]);
    expect(view.state.doc.toString()).toBe(after);
  });

  test("a text that has changed since keeps its change", async () => {
    const view = editor("ratee(up[5m])");
    const { actions } = await onlyDiagnostic(view);
    view.dispatch({ changes: { from: 0, insert: "up + " } });
    apply(view, actions?.[0]);
    expect(view.state.doc.toString()).toBe("up + ratee(up[5m])");
  });

  test("a text that may not be changed stays", async () => {
    const view = editor("ratee(up[5m])", {}, EditorState.readOnly.of(true));
    apply(view, (await onlyDiagnostic(view)).actions?.[0]);
    expect(view.state.doc.toString()).toBe("ratee(up[5m])");
  });
});

describe("keys", () => {
  test("Shift-Alt-F formats", async () => {
    const view = editor("sum( up )");
    runScopeHandlers(
      view,
      new KeyboardEvent("keydown", { key: "F", code: "KeyF", keyCode: 70, shiftKey: true, altKey: true }),
      "editor",
    );
    await vi.waitFor(() => expect(view.state.doc.toString()).toBe("sum(up)"));
  });
});

describe("a completion that is picked", () => {
  async function picked(doc: string, heads: readonly number[], label: string): Promise<EditorView> {
    const atOnce = autocompletion({ interactionDelay: 0 });
    const view = editor(doc, {}, [EditorState.allowMultipleSelections.of(true), atOnce]);
    view.dispatch({ selection: EditorSelection.create(heads.map((at) => EditorSelection.cursor(at))) });
    startCompletion(view);
    await vi.waitFor(() => expect(currentCompletions(view.state)[0]?.label).toBe(label), 5000);
    expect(acceptCompletion(view)).toBe(true);
    return view;
  }

  test.each([
    ["rat", [3], "rate", "rate()", [5]],
    ["rat(up[5m])", [3], "rate", "rate(up[5m])", [4]],
    ["pi", [2], "pi", "pi()", [4]],
    ["rat + rat", [3, 9], "rate", "rate() + rate()", [5, 14]],
    ["node_cpu_seconds_total{mod}", [26], "mode", "node_cpu_seconds_total{mode}", [27]],
    ["sum b(up)", [5], "by", "sum by(up)", [6]],
  ])("%j at %j: %s gives %s", async (doc, heads, label, after, cursors) => {
    const view = await picked(doc, heads, label);
    expect(view.state.doc.toString()).toBe(after);
    expect(view.state.selection.ranges.map(({ head }) => head)).toEqual(cursors);
  });

  test("a name that both the table and the source know is shown once", async () => {
    const source = {
      metricNames: () => Promise.resolve(["node_load1", "node_loaded"]),
      labelNames: () => Promise.resolve([]),
      labelValues: () => Promise.resolve([]),
    };
    const view = editor("node_load", { source });
    view.dispatch({ selection: { anchor: 9 } });
    startCompletion(view);
    const labels = () => currentCompletions(view.state).map(({ label }) => label);
    await vi.waitFor(() => expect(labels()).toContain("node_loaded"), 5000);
    expect(labels().filter((name) => name === "node_load1")).toHaveLength(1);
  });
});

test("a description has a heading, code and a link", () => {
  const element = describedBy(describeFunction("clamp_max"));
  expect(element.querySelector(".cm-promql-heading")?.textContent).toBe(
    "clamp_max(v: instant vector, max: scalar): instant vector",
  );
  expect(element.querySelector("code")?.textContent).toBe("max");
  expect(element.querySelector("a")?.href).toBe(
    "https://prometheus.io/docs/prometheus/latest/querying/functions/#clamp_max",
  );
});

test("any text: diagnostics within it, and actions that do not fail", async () => {
  const view = editor("");
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a-z(){}[\]"'=~#, 5m$+-]{0,20}$/)),
      async (text) => {
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
        for (const { from, to, actions } of await editorDiagnostics(view)) {
          expect(from <= to && to <= text.length).toBe(true);
          for (const action of actions ?? []) apply(view, action);
        }
      },
    ),
    { numRuns: 60 },
  );
});
