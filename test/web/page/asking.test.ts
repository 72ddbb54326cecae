import { expect, test } from "vitest";
import { describePage } from "./browser.js";
import { textOf } from "./hand.js";

const status = ".playground-status";

/** Milliseconds for which CodeMirror accepts no completion after it has shown them. */
const interactionDelay = 75;

describePage("asking in the playground", ({ open }) => {
  test("keys: Enter accepts a completion, then runs; a finding leads to its place; a fix mends", async () => {
    const page = await open("#/playground");
    await page.getByRole("textbox", { name: "Query" }).focus();
    await page.keyboard.type("rate(node_load1");
    await page.locator(".cm-tooltip-autocomplete").getByText("node_load1", { exact: true }).first().waitFor();
    // A key that comes sooner after the list was meant for the text.
    await page.waitForTimeout(2 * interactionDelay);
    await page.keyboard.press("Enter");
    await expect.poll(() => textOf(page, status)).toBe("");
    await page.keyboard.type("[5m]");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /reads every drop/ }).press("Enter");
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("node_load1");
    await page.getByRole("button", { name: /Use deriv/ }).press("Enter");
    await expect.poll(() => textOf(page, ".cm-content")).toBe("deriv(node_load1[5m])");
    await page.getByRole("textbox", { name: "Query" }).press("Enter");
    await page.getByText("Answered in").waitFor();
  });

  test("an answer that the page cannot show is told", async () => {
    const page = await open("#/playground?query=%7B__name__%3D~%22.%2B%22%7D&last=1d");
    await page.getByText("No result:").waitFor();
    await expect.poll(() => textOf(page, status)).toContain("aggregate the series, or ask for less time");
  });
});
