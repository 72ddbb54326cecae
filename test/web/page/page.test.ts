import { expect, test } from "vitest";
import { describePage } from "./browser.js";

describePage("the page", ({ open }) => {
  test("begins with the first lesson", async () => {
    const page = await open();
    await page.getByRole("heading", { name: "One value, or many" }).first().waitFor();
    await expect.poll(() => page.title()).toContain("promql-lint");
  });
});
