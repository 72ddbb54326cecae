import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describePage } from "./browser.js";
import { judge, run, textOf, write } from "./hand.js";

const passing = "max_over_time(node_load1[1h])";

function waitForScore(page: Page, solved: number): Promise<void> {
  return page.getByText(`${solved} of 52 solved`, { exact: true }).waitFor();
}

/** What has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}

describePage("lessons on the page", ({ open, url }) => {
  test("an exercise: hints one by one, an answer that is asked for, what it teaches, and the way on", async () => {
    const page = await open("#/exercise/idle-as-graph");
    await page.getByRole("button", { name: "Hint 1 of 2" }).click();
    await page.getByRole("button", { name: "Hint 2 of 2" }).click();
    await expect.poll(() => page.getByRole("list", { name: "Hints" }).getByRole("listitem").count()).toBe(2);
    await page.getByRole("button", { name: "Answer" }).click();
    await page.getByRole("button", { name: "Not yet" }).click();
    await expect.poll(() => focused(page)).toBe("Answer");
    await page.getByRole("button", { name: "Answer" }).click();
    await page.getByRole("button", { name: "Show it" }).click();
    await expect.poll(() => textOf(page, ".course-answer")).toContain('rate(node_cpu_seconds_total{mode="idle"}[1m])');
    expect(await judge(page, 'rate(node_cpu_seconds_total{mode="idle"}[1m])')).toContain("That is right.");

    await page.getByRole("link", { name: "Next exercise" }).click();
    await expect.poll(() => focused(page)).toContain("Choose series by their labels");
    await expect
      .poll(() => page.title())
      .toBe("The idle time of the first CPU · Choose series by their labels · promql-lint");
    await page.getByRole("navigation", { name: "Exercises" }).getByRole("link", { name: "Next" }).click();
    await expect.poll(() => focused(page)).toContain("The pods of two namespaces");
    await page.goBack();
    await page.goBack();
    await page.getByRole("heading", { name: "Draw how idle the CPUs are" }).waitFor();
    await expect.poll(() => textOf(page, ".cm-content")).toBe('rate(node_cpu_seconds_total{mode="idle"}[1m])');
  });

  test("a fix is offered once the answer is known", async () => {
    const page = await open("#/exercise/highest-load");
    const findings = page.getByRole("region", { name: "Findings" });
    const fixes = findings.getByRole("button", { name: "Use deriv()" });
    await run(page);
    // A finding and its fixes are drawn at once.
    await findings.getByText("reads every drop of the gauge").waitFor();
    expect(await fixes.count()).toBe(0);
    await page.getByRole("button", { name: "Answer" }).click();
    await page.getByRole("button", { name: "Show it" }).click();
    await fixes.click();
    await expect.poll(() => textOf(page, ".cm-content")).toBe("deriv(node_load1[1h])");
  });

  test("progress is that of all tabs: what is solved in one, what is forgotten in another", async () => {
    const first = await open("#/exercise/highest-load");
    const second = await first.context().newPage();
    await second.goto(`${url()}/#/exercise/requests-per-second`);
    await judge(second, "rate(nginx_http_requests_total[5m])");
    await waitForScore(first, 1);
    await judge(first, passing);
    await waitForScore(second, 2);
    await first.reload();
    await waitForScore(first, 2);
    await expect.poll(() => textOf(first, ".cm-content")).toBe(passing);

    await first.getByRole("button", { name: "Reset" }).click();
    await waitForScore(second, 1);
    await expect.poll(() => textOf(first, ".cm-content")).toBe("rate(node_load1[1h])");
    await second.getByRole("button", { name: "All lessons" }).click();
    await second.getByRole("button", { name: "Start over" }).click();
    await second.getByRole("button", { name: "Forget it" }).click();
    await waitForScore(first, 0);
  });

  test("a browser that refuses to keep anything says so, and the course goes on", async () => {
    const page = await open();
    await page.context().addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
    await page.goto(`${url()}/?again#/exercise/highest-load`);
    await judge(page, passing);
    await waitForScore(page, 1);
    await expect.poll(() => textOf(page, ".course-note")).toContain("The browser refuses to keep your progress");
  });

  test("a query of a lesson is tried, and one that takes long is stopped", async () => {
    const page = await open("#/exercise/gone");
    await expect
      .poll(() => textOf(page, ".course-note"))
      .toBe("There is no exercise “gone”. Here is where you left off.");
    await page.getByRole("button", { name: "Try it" }).first().click();
    await expect.poll(() => focused(page)).toContain('cpu="0", instance="192.168.1.57:9100"}');
    await write(page, 'sum(count_over_time({__name__=~".+"}[1d:1s]))');
    await run(page);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("The query was stopped.").waitFor();
    expect(await judge(page, 'rate(node_cpu_seconds_total{mode="idle"}[1m])')).toContain("That is right.");
  });

  test("colours are those of the system, or those that were chosen, and these are kept", async () => {
    const page = await open("", { colorScheme: "dark" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [dark, light] = ["rgb(20, 23, 28)", "rgb(255, 255, 255)"];
    await expect.poll(background).toBe(dark);
    await page.getByLabel("Colours").selectOption("light");
    await expect.poll(background).toBe(light);
    await page.reload();
    await page.getByLabel("Colours").waitFor();
    await expect.poll(background).toBe(light);
  });
});
