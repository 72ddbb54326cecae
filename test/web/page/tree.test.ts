import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { describePage, type Visitors } from "./browser.js";
import { run, textOf, write } from "./hand.js";

describePage("the query tree", ({ open }) => {
  test("each part has its result, and the one that loses series is named", async () => {
    const page = await treeOf(
      open,
      'sum by (pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m])) / sum by (node) (kube_node_status_allocatable{resource="cpu"})',
    );
    const rows = await page.getByRole("treeitem").allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual([
      expect.stringMatching(
        /^▾ … \/ … no series \d+ on the left, 3 on the right, none matched: they differ in node, pod$/,
      ),
      expect.stringMatching(/^▾ sum by \(pod\) \(…\) \d+ series pod \(\d+\)$/),
      expect.stringMatching(/^▾ rate\(…\) \d+ series .*container \(\d+\)/),
      expect.stringMatching(/^container_cpu_usage_seconds_total\{container!=""\}\[5m\] \d+ series, \d+ samples /),
      "▾ sum by (node) (…) 3 series node (3)",
      'kube_node_status_allocatable{resource="cpu"} 3 series node (3)',
    ]);
    await expect
      .poll(() => textOf(page, ".tree-status"))
      .toBe("6 parts, at 2026-03-02 12:00:00 UTC; nothing is left at … / …");
  });

  test("keys walk the tree, mark the part in the query, and open it in the playground", async () => {
    const page = await treeOf(open, "sum(rate(node_network_receive_bytes_total[5m])) * 8");
    await page.getByRole("treeitem").first().focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    await expect.poll(() => textOf(page, ".tree mark")).toBe("node_network_receive_bytes_total[5m]");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => textOf(page, ".tree mark")).toBe("rate(node_network_receive_bytes_total[5m])");
    await expect.poll(() => textOf(page, ".tree-details")).toContain("How fast each counter grows per second");
    await page.keyboard.press("Tab");
    await page.getByRole("link", { name: "Use this part in the playground" }).press("Enter");
    await expect.poll(() => textOf(page, ".cm-content")).toBe("rate(node_network_receive_bytes_total[5m])");
  });

  test("a chain of 2,000 operands leaves the page quick", async () => {
    const page = await open("#/playground");
    await write(page, Array.from({ length: 2000 }, () => "up").join(" or "));
    await run(page);
    await page.getByRole("tab", { name: "Tree" }).click();
    await page.getByText("Ask 40 of the other 1961 parts").waitFor();
  });
});

/** A query's tree, when all its parts are asked. */
async function treeOf(open: Visitors["open"], query: string): Promise<Page> {
  const page = await open(`#/playground?${new URLSearchParams({ query }).toString()}`);
  await run(page);
  await page.getByRole("tab", { name: "Tree" }).click();
  await page.getByText(/^\d+ parts, at /).waitFor();
  return page;
}
