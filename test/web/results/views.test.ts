// @vitest-environment happy-dom
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import type { QueryAnswer, QueryResult } from "../../../src/prometheus/index.js";
import { Views, type ViewsProps } from "../../../src/web/results/views.js";
import type { Source } from "../../../src/web/server/source.js";
import { matrix, noon, vector } from "./data.js";

const answered = (result: QueryResult, more: Partial<QueryAnswer> = {}): QueryAnswer => ({
  result,
  warnings: [],
  infos: [],
  ...more,
});
const empty = answered(vector([]));

const source: Source = {
  server: {
    name: "a server",
    instantQuery: () => Promise.resolve(empty),
    rangeQuery: () => Promise.resolve(empty),
    labelNames: () => Promise.resolve([]),
    labelValues: (_, match) => Promise.resolve(match?.length ? [] : ["node_load1"]),
    targets: () => Promise.resolve([]),
    stop: () => undefined,
  },
  judgedBy: "result",
  now: () => new Date(noon * 1000),
  rules: [],
  metrics: builtinMetrics,
};

const pods = vector([
  [{ pod: "a" }, 2],
  [{ pod: "<img src=x onerror=alert(1)>" }, 3],
  [{ pod: "c\u001b" }, 1],
]);

beforeEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

function show(props: Partial<ViewsProps>): void {
  void act(() =>
    render(h(Views, { query: "node_load1", times: { kind: "instant", time: noon }, source, ...props }), document.body),
  );
}

function all(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

function textsOf(selector: string): readonly string[] {
  return all(selector).map(({ textContent }) => textContent.trim());
}

function button(text: string): HTMLElement {
  const found = all("button").find(({ textContent }) => textContent.startsWith(text));
  if (!found) throw new Error(`no button ${text} among ${textsOf("button").join(", ")}`);
  return found;
}

async function press(text: string): Promise<void> {
  await act(() => button(text).click());
}

function selectedTab(): string {
  return textsOf('[role="tab"][aria-selected="true"]').join(", ");
}

test("what comes from a server is text, never an element", () => {
  show({ answer: answered(pods, { warnings: ["<b>slow</b>"], infos: ["half\u202e"] }) });
  expect(textsOf(".results-annotations li")).toEqual(["Warning <b>slow</b>", "Info half\\u{202e}"]);
  expect(textsOf("td.results-label")).toEqual(["a", "<img src=x onerror=alert(1)>", "c\\u{1b}"]);
  expect(all("img, td b")).toEqual([]);
});

test("arrow keys go round the tabs and take the focus along", () => {
  show({ answer: answered(pods) });
  const visited = ["ArrowLeft", "ArrowLeft", "Home", "End", "ArrowRight"].map((key) => {
    const tab = document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    void act(() => {
      tab?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    });
    expect(document.activeElement?.textContent).toBe(selectedTab());
    expect(textsOf('[role="tab"][tabindex="0"]')).toEqual([selectedTab()]);
    return selectedTab();
  });
  expect(visited).toEqual(["In words", "Tree", "Table", "In words", "Table"]);
});

test("the panel belongs to the tab that is selected", async () => {
  show({ answer: answered(pods) });
  await press("In words");
  const [panel] = all('[role="tabpanel"]');
  const [tab] = all('[role="tab"][aria-selected="true"]');
  expect(panel?.getAttribute("aria-labelledby")).toBe(tab?.id);
  expect(tab?.getAttribute("aria-controls")).toBe(panel?.id);
});

test("the reader's choice stays while queries change", async () => {
  show({ answer: answered(pods) });
  await press("In words");
  show({ query: "up", answer: empty });
  expect(selectedTab()).toBe("In words");
});

test("a press on a title sorts, and says so", async () => {
  show({ answer: answered(pods) });
  await press("value");
  expect(textsOf("td.results-number")).toEqual(["3", "2", "1"]);
  expect(all("th").map((title) => title.getAttribute("aria-sort"))).toEqual([null, "descending"]);
  await press("pod");
  expect(all("th").map((title) => title.getAttribute("aria-sort"))).toEqual(["ascending", null]);
});

test("of many series the first hundred are shown, then more on demand; another answer starts again", async () => {
  const many = (count: number) => answered(vector(Array.from({ length: count }, (_, k) => [{ id: String(k) }, k])));
  show({ answer: many(150) });
  expect(all("tbody tr")).toHaveLength(100);
  await press("Show all 150");
  expect(all("tbody tr")).toHaveLength(150);
  show({ answer: many(140) });
  expect(all("tbody tr")).toHaveLength(100);
});

test.each<[string, QueryResult, string]>([
  ["42", { type: "scalar", sample: { time: noon, value: 42 } }, "42"],
  ['"a<b>"', { type: "string", time: noon, text: "a<b>" }, '"a<b>"'],
])("%s has no table", (query, result, text) => {
  show({ query, answer: answered(result) });
  expect(textsOf(".results-single")).toEqual([text]);
});

test("why a result is empty is found out on demand", async () => {
  show({ query: "node_laod1", answer: empty });
  await press("Find out why");
  await vi.waitFor(() =>
    expect(textsOf('.results-empty [role="status"]')).toEqual([
      "Why: there is no metric node_laod1: did you mean node_load1?",
    ]),
  );
});

test("a mistake of the page is no reason for an empty result", async () => {
  const mistakes: unknown[] = [];
  const listen = (reason: unknown): void => void mistakes.push(reason);
  process.on("unhandledRejection", listen);
  const mistake = new Error("a mistake of the page");
  const failing = { ...source.server, labelValues: () => Promise.reject(mistake) };
  show({ query: "node_laod1", answer: empty, source: { ...source, server: failing } });
  await press("Find out why");
  await vi.waitFor(() => expect(mistakes).toEqual([mistake]));
  process.removeListener("unhandledRejection", listen);
  expect(textsOf('.results-empty [role="status"]')).toEqual([""]);
  expect(textsOf(".results-empty button")).toEqual(["Find out why"]);
});

test.each<[string, QueryResult, string]>([
  ["one moment", pods, "a graph shows many. Draw the hour before it in the playground"],
  ["a range vector", matrix([[{}, [1, 2]]]), "A function such as rate() makes one of them."],
  ["a text", { type: "string", time: noon, text: "a" }, "A text has no graph."],
])("%s has no graph, and the tab says how to get one", async (_, result, text) => {
  show({ answer: answered(result) });
  await press("Graph");
  expect(textsOf('[role="tabpanel"]').join("")).toContain(text);
});

test("without a result the query is shown", async () => {
  show({});
  expect(textsOf(".results-summary")).toEqual(["The query has no result"]);
  expect(selectedTab()).toBe("Tree");
  await press("Table");
  expect(textsOf('[role="tabpanel"]')).toEqual(["The query has no result to show."]);
});

test("an answer is copied with all its digits, and what the browser forbids is said", async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  show({ answer: answered(vector([[{ a: "1" }, 0.1 + 0.2]])) });
  await press("Copy CSV");
  expect(writeText.mock.calls).toEqual([["a,time,value\r\n1,2026-03-02T12:00:00Z,0.30000000000000004\r\n"]]);
  await vi.waitFor(() => expect(textsOf(".results-copy [role=status]")).toEqual(["Copied as CSV"]));
  vi.stubGlobal("navigator", {});
  await press("Copy JSON");
  await vi.waitFor(() =>
    expect(textsOf(".results-copy [role=status]")).toEqual(["The browser does not let this page copy"]),
  );
});
