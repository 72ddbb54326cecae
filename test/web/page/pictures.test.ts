import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { describePage, phone } from "./browser.js";
import { judge, run, write } from "./hand.js";

/** The pictures of the documentation: what is shown, and on which screen. */
const pictures: Readonly<Record<string, readonly [string, BrowserContextOptions, (page: Page) => Promise<void>]>> = {
  lesson: [
    "#/",
    { viewport: { width: 1280, height: 980 }, colorScheme: "light" },
    async (page) => {
      await judge(page, 'rate(node_cpu_seconds_total{mode="idle"}[1m])');
      await page.locator(".results-plot canvas").waitFor();
    },
  ],
  playground: [
    "#/playground",
    { viewport: { width: 1100, height: 860 }, colorScheme: "dark" },
    async (page) => {
      await write(page, 'sum by (instance) (rate(node_cpu_seconds_total{mode!="idle"}[5m])) > 0.8');
      await run(page);
      await page.getByRole("tab", { name: "Tree" }).click();
      await page
        .getByRole("treeitem")
        .last()
        .getByText(/series/)
        .first()
        .waitFor();
    },
  ],
  phone: [
    "#/exercise/idle-of-one-cpu",
    { viewport: phone, colorScheme: "light", isMobile: true, hasTouch: true, deviceScaleFactor: 1.5 },
    async (page) => page.getByRole("heading").first().waitFor(),
  ],
};

const folder = process.env["UPDATE"] ? "docs/images" : mkdtempSync(path.join(tmpdir(), "promql-lint-pictures-"));
mkdirSync(folder, { recursive: true });
afterAll(() => {
  if (!process.env["UPDATE"]) rmSync(folder, { recursive: true });
});

describePage("the pictures of the documentation; UPDATE=1 writes them", ({ open }) => {
  test.each(Object.entries(pictures))("%s is one, and small", async (name, [place, options, act]) => {
    const page = await open(place, { ...options, reducedMotion: "reduce" });
    await act(page);
    await page.evaluate("document.activeElement?.blur()");
    const file = path.join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    const { size } = statSync(file);
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThan(300_000);
  });
});
