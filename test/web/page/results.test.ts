import { expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { describePage, phone, type Visitors } from "./browser.js";
import { run, textOf } from "./hand.js";

describePage("results on the page", ({ open }) => {
  async function graphOf(query: string): Promise<{ readonly page: Page; readonly graph: Locator }> {
    const page = await asked(open, query, { last: "1h" });
    const graph = page.getByRole("slider");
    await graph.locator("canvas").waitFor();
    return { page, graph };
  }

  test("keys move the cursor of a graph, and the values at it are read", async () => {
    const { page, graph } = await graphOf("node_load1");
    await expect.poll(() => graph.getAttribute("aria-label")).toMatch(/^Graph of 3 series between [\d.]+ and [\d.]+; /);
    await graph.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => textOf(page, ".results-legend-head")).toBe("Values at 2026-03-02 11:00:00 UTC Hide all");
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => graph.getAttribute("aria-valuetext"))
      .toMatch(/^Values at 2026-03-02 11:00:15 UTC: \{instance=.* \d/);
    await page.keyboard.press("Escape");
    await expect.poll(() => textOf(page, ".results-legend-head")).toBe("Last values Hide all");
  });

  test("the legend hides series by keyboard, and the graph forgets them", async () => {
    const { page, graph } = await graphOf("node_load1");
    const before = await picture(graph);
    const first = page.locator(".results-legend li button").first();
    await first.press("Enter");
    await expect.poll(() => first.getAttribute("aria-pressed")).toBe("false");
    await expect.poll(() => graph.getAttribute("aria-label")).toContain("Graph of 2 series");
    await page.mouse.move(0, 0);
    await expect.poll(() => picture(graph)).not.toBe(before);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => graph.getAttribute("aria-label")).toContain("Graph of 3 series");
  });

  test("the graph follows the colours of the page and its width", async () => {
    const { page, graph } = await graphOf("node_load1");
    const before = await picture(graph);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => picture(graph)).not.toBe(before);
    await page.setViewportSize(phone);
    await expect.poll(async () => (await graph.locator(".uplot").boundingBox())?.width).toBeLessThan(phone.width);
    await expect.poll(() => overflow(page)).toBe(0);
  });

  test("a result of one moment leads to its graph, each time it is followed", async () => {
    const page = await asked(open, "node_load1", {});
    for (let time = 1; time <= 2; time++) {
      await page.getByLabel("At a moment").check();
      await run(page);
      await page.getByRole("tab", { name: "Graph" }).click();
      await page.getByRole("link", { name: "Draw the hour before it" }).click();
      await page.getByRole("slider").waitFor();
      await expect.poll(() => page.getByLabel("Over a range").isChecked()).toBe(true);
    }
  });

  test("a wide table scrolls in its own box, which keys reach", async () => {
    const page = await asked(open, "kube_pod_info", {}, { viewport: phone });
    await page.getByRole("button", { name: "All labels" }).click();
    const box = page.getByRole("region", { name: "Series as a table" });
    await expect.poll(() => overflow(page)).toBe(0);
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });
});

async function asked(
  open: Visitors["open"],
  query: string,
  times: Readonly<Record<string, string>>,
  options?: Parameters<Visitors["open"]>[1],
): Promise<Page> {
  const page = await open(`#/playground?${new URLSearchParams({ query, ...times }).toString()}`, options);
  await run(page);
  await page.locator(".results").waitFor();
  return page;
}

/** What the canvas of a graph shows, as data. */
function picture(graph: Locator): Promise<string> {
  return graph.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
