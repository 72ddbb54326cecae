import type { Page } from "playwright-core";

/** Writes a query in place of the one that is there. */
export async function write(page: Page, query: string): Promise<void> {
  await page.getByRole("textbox", { name: "Query" }).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(query);
  // Completions would stand in front of what comes below.
  await page.keyboard.press("Escape");
}

/** Runs what is written. */
export async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run", exact: true }).click();
}

/** Runs a query of an exercise, and returns what is said of it. */
export async function judge(page: Page, query: string): Promise<string> {
  await write(page, query);
  return judgement(page, () => run(page));
}

/** What is said of the query that something runs, once more is said than that it runs. */
export async function judgement(page: Page, start: () => Promise<void>): Promise<string> {
  const outcome = page.locator(".course-outcome");
  await outcome.evaluate((element) => {
    element.classList.remove("new");
    new MutationObserver((_changes, observer) => {
      if (element.textContent === "" || element.textContent.startsWith("The query runs")) return;
      observer.disconnect();
      element.classList.add("new");
    }).observe(element, { childList: true, subtree: true, characterData: true });
  });
  await start();
  await page.locator(".course-outcome.new").waitFor();
  return textOf(page, ".course-outcome");
}

/** The text of what a selector finds, with one space in place of each gap. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).replace(/\s+/g, " ").trim();
}
