// @vitest-environment happy-dom
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dataServer } from "../../../src/embedded/data-server.js";
import { builtinMetrics } from "../../../src/metrics/builtin.js";
import type { AskedTimes } from "../../../src/results/answer-text.js";
import type { Source } from "../../../src/web/server/source.js";
import { QueryTree } from "../../../src/web/tree/query-tree.js";
import { Words } from "../../../src/web/tree/words.js";

const hostile = "<img src=x onerror=alert(1)>";
const data = `
load 30s
  up{job="api"}                   1x120
  up{job="node"}                  0x120
  evil{path="${hostile}"}         1x120
`;
const { server } = dataServer([{ path: "a.test", text: data }], 0);
const times: AskedTimes = { kind: "instant", time: 3600 };
const asked: string[] = [];

const source: Source = {
  server: {
    ...server,
    instantQuery: (query, time) => {
      asked.push(query);
      return server.instantQuery(query, time);
    },
    name: "a server",
    stop: () => undefined,
  },
  judgedBy: "tree",
  now: () => new Date(3_600_000),
  rules: [],
  metrics: builtinMetrics,
};

const root = document.createElement("div");

beforeEach(() => {
  asked.length = 0;
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
});

async function show(query: string, at: AskedTimes = times): Promise<void> {
  render(h(QueryTree, { query, times: at, source }), root);
  await vi.waitFor(() => expect(text(".tree-status")).not.toMatch(/ of .* asked/));
}

function text(selector: string): string {
  return root.querySelector(selector)?.textContent ?? "";
}

function lines(): readonly string[] {
  return Array.from(root.querySelectorAll("[role=treeitem]"), ({ textContent }) => textContent);
}

function chosen(): HTMLElement {
  const found = root.querySelector("[aria-selected=true]");
  return found instanceof HTMLElement ? found : expect.fail("no part is chosen");
}

async function press(key: string): Promise<void> {
  await act(() => void chosen().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
}

describe("the tree", () => {
  test("a line for each part, with its place for those who do not see it", async () => {
    await show("sum(up) / 2 > 5");
    expect(lines()).toEqual([
      "▾… > 5no seriesthe only series does not fulfil > 5: it is 0.5",
      "▾… / 21 series: 0.5no labels",
      "▾sum(…)1 series: 1no labels",
      "up2 seriesjob (2)",
    ]);
    const places = Array.from(root.querySelectorAll("[role=treeitem]"), (row) =>
      ["aria-level", "aria-posinset", "aria-setsize", "aria-expanded", "tabindex"].map((name) =>
        row.getAttribute(name),
      ),
    );
    expect(places).toEqual([
      ["1", "1", "1", "true", "0"],
      ["2", "1", "1", "true", "-1"],
      ["3", "1", "1", "true", "-1"],
      ["4", "1", "1", null, "-1"],
    ]);
    expect(text(".tree-status")).toBe("4 parts, at 1970-01-01 01:00:00 UTC; nothing is left at … > 5");
  });

  test("keys choose a part, which is marked in the query and described", async () => {
    await show("sum(up) + 1");
    expect(text("mark")).toBe("sum(up) + 1");
    await press("ArrowDown");
    expect(text("mark")).toBe("sum(up)");
    expect(document.activeElement).toBe(chosen());
    expect(text(".tree-kind")).toBe("aggregation · instant vector");
    await press("End");
    expect(text("mark")).toBe("up");
    expect(Array.from(root.querySelectorAll(".tree-peek td"), ({ textContent }) => textContent)).toEqual([
      ...['{job="api"}', "1", '{job="node"}', "0"],
    ]);
    const link = root.querySelector(".tree-actions a")?.getAttribute("href");
    expect(link).toBe("#/playground?query=up&time=1970-01-01T01%3A00%3A00Z");
    await press("ArrowLeft");
    await press("ArrowLeft");
    expect(lines()).toHaveLength(2);
    expect(chosen().getAttribute("aria-expanded")).toBe("false");
    await press("ArrowRight");
    expect(lines()).toHaveLength(3);
  });

  test("the pointer marks a part without choosing it", async () => {
    await show("sum(up) + 1");
    const last = [...root.querySelectorAll("[role=treeitem]")].at(-1);
    last?.dispatchEvent(new MouseEvent("mouseenter"));
    await vi.waitFor(() => expect(text("mark")).toBe("up"));
    expect(text(".tree-kind")).toBe("arithmetic · instant vector");
    root.querySelector("[role=tree]")?.dispatchEvent(new MouseEvent("mouseleave"));
    await vi.waitFor(() => expect(text("mark")).toBe("sum(up) + 1"));
  });

  test("of 300 parts the first ones are asked, and more when the reader wants them", async () => {
    const query = Array.from({ length: 300 }, (_, k) => `up{job="${k}"}`).join(" or ");
    await show(query);
    expect(lines()).toHaveLength(40);
    expect(asked.filter((each) => /^up\{job="\d+"\}$/.test(each))).toHaveLength(39);
    const more = root.querySelector(".tree-more");
    expect(more?.textContent).toBe("Ask 40 of the other 261 parts");
    if (more instanceof HTMLElement) more.click();
    await vi.waitFor(() => expect(lines()).toHaveLength(80));
    await vi.waitFor(() => expect(asked.filter((each) => /^up\{job="\d+"\}$/.test(each))).toHaveLength(79));
  });

  test("another query is another tree, and the same one is not asked again", async () => {
    await show("sum(up)");
    await show("sum(up)", { ...times });
    expect(asked).toEqual(["sum(up)", "up"]);
    await show("evil");
    expect(lines()).toEqual([`evil1 series: 1evil{path="${hostile}"}`]);
    expect(root.querySelector("img")).toBeNull();
  });

  test("a query that is rejected shows the problem, and the parts that are not", async () => {
    await show("rate(up)");
    expect(text(".tree-problems")).toContain("rate() takes a range vector");
    expect(lines()).toEqual(["▾rate(…)not asked", "up2 seriesjob (2)"]);
  });

  test.each(["", "sum(", "))))", "\u0000", "🙂".repeat(1000)])("no part of %j is asked", async (query) => {
    await show(query);
    expect(root.querySelector(".tree-problems li")).not.toBeNull();
    expect(asked).toEqual([]);
  });
});

describe("in words", () => {
  test("each step with its part, which is marked where the focus is", async () => {
    render(h(Words, { query: "sum(rate(node_cpu_seconds_total[5m]))", metrics: builtinMetrics }), root);
    expect(Array.from(root.querySelectorAll("li"), ({ textContent }) => textContent)).toEqual([
      "node_cpu_seconds_total[5m]The samples of the last 5 minutes, of each series of node_cpu_seconds_total (a counter in seconds: CPU time by mode)seconds",
      "rate(node_cpu_seconds_total[5m])How fast each counter grows per second, on average over the range, resets allowed forseconds per second",
      "sum(rate(node_cpu_seconds_total[5m]))The sum of all series; no label staysseconds per second",
      "The result is an instant vector, one value of each series; a single series without labels",
    ]);
    expect(root.querySelector("mark")).toBeNull();
    const [, second] = root.querySelectorAll("button");
    second?.focus();
    await vi.waitFor(() => expect(text("mark")).toBe("rate(node_cpu_seconds_total[5m])"));
  });

  test("a long explanation is shown as far as the reader wants", async () => {
    const query = Array.from({ length: 100 }, (_, k) => `m${k}`).join(" or ");
    render(h(Words, { query, metrics: builtinMetrics }), root);
    expect(root.querySelectorAll("li")).toHaveLength(60);
    const more = root.querySelector(".tree-more");
    if (more instanceof HTMLElement) more.click();
    await vi.waitFor(() => expect(root.querySelectorAll("li")).toHaveLength(200));
  });
});
