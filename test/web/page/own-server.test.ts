import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeLive, type LiveServer, startServer } from "../../live/server.js";
import { describePage } from "./browser.js";
import { judge, run, textOf, write } from "./hand.js";
import { markup, startHostileServer } from "./hostile-server.js";

describePage("a server of the reader", ({ open, allow }) => {
  test("whatever it says stays text", async () => {
    const url = await startHostileServer();
    allow(url);
    const page = await open("#/playground");
    await use(page, url);
    await write(page, "hostile");
    await run(page);
    await page.getByRole("region", { name: "Series as a table" }).waitFor();
    for (const view of ["Table", "Tree", "In words", "Graph"]) {
      await page.getByRole("tab", { name: view }).click();
      const panel = page.getByRole("tabpanel", { name: view });
      await expect.poll(() => panel.innerText(), { message: view }).toMatch(/^(?!Loading)[^]/);
      const text = await page.locator(".results").innerText();
      expect([view, text]).toEqual([view, expect.stringContaining(markup)]);
      expect(text).not.toMatch(/[\u0000\u001b\u202e]/);
    }
    expect(await page.locator("main img, main b, main a[href^='javascript']").count()).toBe(0);
    expect(await page.title()).not.toBe("taken over");
  });

  test("an address at which nothing listens is no end: the page says what to do", async () => {
    const page = await open("#/playground");
    await page.getByRole("button", { name: "Use my Prometheus" }).click();
    await page.getByLabel("The address of your Prometheus").fill("not an address");
    await page.getByRole("button", { name: "Use it" }).click();
    await page
      .locator(".server-choice-failure")
      .getByText(/address|URL/i)
      .first()
      .waitFor();
  });
});

describeLive("a real Prometheus of the reader", () => {
  describePage("asked by the page", ({ open, allow }) => {
    let live: LiveServer;
    beforeAll(async () => {
      live = await startServer("running");
    }, 60_000);
    afterAll(() => live.stop());

    test("answers in the playground, in its tree and in the course", async () => {
      allow(live.url);
      const page = await open("#/playground");
      await use(page, live.url);
      await write(page, "sum by (job) (up)");
      await run(page);
      await page.getByRole("region", { name: "Series as a table" }).getByText("node").first().waitFor();
      await page.getByRole("tab", { name: "Tree" }).click();
      await page.getByRole("treeitem").nth(1).getByText("2 series").waitFor();
      await page.getByRole("link", { name: "Lessons" }).click();
      await page.getByRole("heading", { name: "One value, or many" }).waitFor();
      const said = await judge(page, 'rate(node_cpu_seconds_total{mode="idle"}[1m])');
      expect(said).toContain("That is right, as far as the query tells.");
      await expect.poll(() => textOf(page, ".course-note")).toContain(live.url);
    });
  });
});

/** Has the page ask another server. */
async function use(page: Page, url: string): Promise<void> {
  await page.getByRole("button", { name: "Use my Prometheus" }).click();
  await page.getByLabel("The address of your Prometheus").fill(url);
  await page.getByRole("button", { name: "Use it" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}
