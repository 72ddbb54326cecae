import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { describePage, desktop, phone } from "./browser.js";
import { judge, run, write } from "./hand.js";

const busy = 'sum by (instance) (rate(node_cpu_seconds_total{mode!="idle"}[5m]))';

/** What is looked at: where the page is opened, and what is done there. */
const places: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ["the first lesson", "#/", (page) => judge(page, 'node_cpu_seconds_total{mode="idle"}[1m]')],
  [
    "a graph in a lesson",
    "#/",
    async (page) => {
      await judge(page, 'rate(node_cpu_seconds_total{mode="idle"}[1m])');
      await page.locator(".results-plot canvas").waitFor();
    },
  ],
  [
    "the list of lessons",
    "#/",
    async (page) => {
      await page.getByRole("button", { name: "All lessons" }).click();
      await page.getByRole("heading", { name: "Lessons" }).waitFor();
    },
  ],
  ["the playground", "#/playground", async (page) => page.getByRole("heading", { name: "Playground" }).waitFor()],
  [
    "a table in the playground",
    "#/playground",
    async (page) => {
      await write(page, "node_load1");
      await run(page);
      await page.getByRole("region", { name: "Series as a table" }).waitFor();
    },
  ],
  [
    "the tree in the playground",
    "#/playground",
    async (page) => {
      await write(page, busy);
      await run(page);
      await page.getByRole("tab", { name: "Tree" }).click();
      await page
        .getByRole("tree")
        .getByText(/3 series/)
        .first()
        .waitFor();
    },
  ],
  [
    "findings in the playground",
    "#/playground",
    async (page) => {
      await write(page, 'rate(node_load1[5m]) / up{job=~"kubelet"}');
      await run(page);
      await page.getByRole("region", { name: "Findings" }).waitFor();
      await page.getByRole("tab", { name: "In words" }).click();
    },
  ],
];

describePage("the looks of the page", ({ open }) => {
  describe.each(places)("%s", (_name, place, act) => {
    test.each([
      ["on a desktop, light", { viewport: desktop, colorScheme: "light" }],
      ["on a phone, dark", { viewport: phone, colorScheme: "dark", hasTouch: true, isMobile: true }],
    ] as const)("%s, can be read by everybody", async (_screen, options) => {
      const page = await open(place, options);
      await act(page);
      expect(await violations(page)).toEqual([]);
      await expect.poll(() => page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      // The other colours, without asking again.
      await page.emulateMedia({ colorScheme: options.colorScheme === "dark" ? "light" : "dark" });
      expect(await violations(page, ["color-contrast"])).toEqual([]);
    });
  });

  test("all that a visit loads is less than 500 kB, compressed", async () => {
    const page = await open("#/");
    const loaded = new Set<string>();
    page.on("request", (request) => loaded.add(new URL(request.url()).pathname));
    await page.reload();
    for (const [, place, act] of places) {
      await page.goto(new URL(place, page.url()).href);
      await page.reload();
      await act(page);
    }
    const sizes = Array.from(loaded, (path) => {
      const file = path === "/" ? "/index.html" : path;
      return [file, gzipSync(readFileSync(`dist/web${file}`)).length] as const;
    });
    const sum = sizes.reduce((all, [, size]) => all + size, 0);
    console.log(`${sizes.map(([file, size]) => `${file}: ${size}`).join("\n")}\nthe page: ${sum} bytes gzip in all`);
    expect(sizes.map(([file]) => file)).toEqual(expect.arrayContaining([expect.stringMatching(/worker/)]));
    expect(sum).toBeLessThan(500_000);
  }, 120_000);
});

/** What axe finds, each with the places where. */
async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options = rules ? { runOnly: { type: "rule", values: rules } } : {};
  const found = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`),
  );
}
