import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./browser.js";
import { run, textOf, write } from "./hand.js";

/** A query that takes longer than the page allows. */
const endless =
  "sum_over_time(sum_over_time(sum_over_time(rate(container_cpu_usage_seconds_total[5m])[1h:1s])[1h:1s])[1h:1s])";

describePage("the playground", ({ open }) => {
  test("a link is opened again, with its query, its times and its result", async () => {
    const page = await open("#/playground");
    const query = 'sum by (mode) (rate(node_cpu_seconds_total{mode=~"idle|us.*"}[5m])) > 0 # 100 % & "more"';
    await write(page, query);
    await run(page);
    const cells = page.getByRole("region", { name: "Series as a table" }).locator("tbody");
    await cells.getByText("idle").waitFor();
    const result = await cells.innerText();
    const link = page.url();
    expect(link).toMatch(/\/#\/playground\?query=/);

    const other = await open(new URL(link).hash);
    await other.getByRole("region", { name: "Series as a table" }).getByText("idle").waitFor();
    await expect.poll(() => textOf(other, ".cm-content")).toBe(query);
    await expect
      .poll(() => other.getByRole("region", { name: "Series as a table" }).locator("tbody").innerText())
      .toBe(result);
  });

  test("a fix is applied by click", async () => {
    const page = await open("#/playground");
    await write(page, 'up{job=~"kubelet"}');
    await page
      .getByRole("region", { name: "Findings" })
      .getByRole("button", { name: /^Use `?=/ })
      .click();
    await page.getByText("regex-without-pattern").waitFor({ state: "detached" });
    await expect.poll(() => textOf(page, ".cm-content")).toBe('up{job="kubelet"}');
  });

  test("a fix is applied with the keys of the editor", async () => {
    const page = await open("#/playground");
    await write(page, "rate(node_load1[5m])");
    await page.locator(".cm-lintRange-error").waitFor();
    await page.keyboard.press("Control+Shift+M");
    const panel = page.getByRole("listbox", { name: "Diagnostics" });
    await panel.waitFor();
    await page.keyboard.press("u");
    await page.getByText("deriv(node_load1[5m])").first().waitFor();
    await expect.poll(() => textOf(page, ".cm-content")).toBe("deriv(node_load1[5m])");
  });

  test("a query that takes too long is stopped, and the page answers meanwhile", async () => {
    const page = await open("#/playground");
    await write(page, endless);
    await run(page);
    await page.getByText("The query runs").waitFor();
    // Were it evaluated where the page is drawn, it would be over before the first of them.
    await drawn(page, 10);
    expect(await page.getByText("The query runs").count()).toBe(1);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("The query was stopped").waitFor();
    await write(page, "up");
    await run(page);
    await page.getByRole("region", { name: "Series as a table" }).waitFor();
  });

  test.each([
    ['count({__name__=~".+"}[1d])', /./],
    ['{__name__=~".+"}[26h]', /more than|too many/],
    ["vector(1)[1d:1ms]", /more than|too many/],
  ])("%s has no result, and says why", async (query, reason) => {
    const page = await open("#/playground");
    await write(page, query);
    await run(page);
    await page.getByText("No result:").waitFor();
    await expect.poll(() => textOf(page, ".playground-status")).toMatch(reason);
  });

  test.each([
    ["random text", garbage(100_000)],
    ["open brackets", "sum(".repeat(25_000)],
    ["a chain", Array.from({ length: 20_000 }, () => "up").join(" or ")],
    ["one long line of letters", "x".repeat(100_000)],
    ["many lines", "up\n".repeat(33_000)],
    ["an open string", `{a="${"\u0000\u202e<b>".repeat(16_000)}`],
  ])("100 kB of %s are survived", async (_name, text) => {
    const page = await open("#/playground");
    await paste(page, text);
    await run(page);
    await page.locator(".playground-status").getByText(/./).first().waitFor();
    await write(page, "1 + 1");
    await run(page);
    await page.getByText("2", { exact: true }).first().waitFor();
  });
});

/** Pastes text as the keyboard would. */
async function paste(page: Page, text: string): Promise<void> {
  const editor = page.getByRole("textbox", { name: "Query" });
  await editor.focus();
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Waits until a page has been drawn so many times. */
function drawn(page: Page, times: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let left = wanted;
        const frame = () => {
          left -= 1;
          if (left === 0) resolve();
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    times,
  );
}

/** Characters of all kinds, always the same. */
function garbage(length: number): string {
  const signs = "abz019_:{}[]()\"`'\\=~!<>+-*/%^,@#.\n\t é€𝄞\u0000\u001b\u202e";
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const all = Array.from(signs);
  return Array.from({ length }, () => all[next() % all.length] ?? "").join("");
}
