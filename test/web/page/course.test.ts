import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { attempt } from "../../../src/tutorial/attempt.js";
import type { Exercise } from "../../../src/tutorial/lesson.js";
import { obstaclesWords } from "../../../src/tutorial/help/verdict.js";
import { course, demoClassroom } from "../../tutorial/course.js";
import { describePage } from "./browser.js";
import { judge, judgement, textOf } from "./hand.js";

const exercises = course.lessons.flatMap(({ exercises }) => exercises);
const classroom = demoClassroom();

describePage("the course on the page", ({ open }) => {
  test("is played from its first exercise to its last: each start fails for its reason, and each answer passes", async () => {
    const page = await open();
    for (const [k, exercise] of exercises.entries()) {
      await page.getByRole("heading", { name: exercise.title }).waitFor();
      const wanted = obstaclesWords(await attempt(exercise.start, exercise, classroom), "result");
      const said = await judge(page, exercise.start);
      for (const { message, help = "" } of wanted) {
        expect(`${exercise.id}: ${said}`).toContain(asShown(message));
        expect(`${exercise.id}: ${said}`).toContain(asShown(help));
      }
      expect(`${exercise.id}: ${await judge(page, exercise.answer)}`).toContain(": That is right.");
      if (k + 1 < exercises.length) await page.getByRole("link", { name: "Next exercise" }).click();
    }
    await expect.poll(() => textOf(page, ".course-outcome")).toContain("This was the last exercise.");
    await page.getByText(`${exercises.length} of ${exercises.length} solved`, { exact: true }).waitFor();
  }, 180_000);

  test("a query is wrong in ways that no start has", async () => {
    const page = await open();
    for (const [id, query, said] of wrong) {
      const exercise = exercises.find((known) => known.id === id);
      if (!exercise) throw new Error(`there is no exercise ${id}`);
      await page.goto(new URL(`#/exercise/${id}`, page.url()).href);
      await page.getByRole("heading", { name: exercise.title }).waitFor();
      const text = await judge(page, query);
      expect([query, text]).toEqual([query, await expected(query, exercise)]);
      expect(text).toContain(said);
    }
    await expect.poll(() => page.getByText(`0 of ${exercises.length} solved`, { exact: true }).count()).toBe(1);
  });

  test("an exercise is done with the keys alone, and progress is there when the page is opened again", async () => {
    const page = await open();
    await page.getByRole("heading", { name: "One value, or many" }).waitFor();
    await tabTo(page, page.getByRole("textbox", { name: "Query" }));
    await page.keyboard.press("Control+A");
    await page.keyboard.type("rate(node_cpu_seconds_total{mode=");
    await page.keyboard.press("Escape");
    await page.keyboard.type('"idle"}[1m])');
    await page.keyboard.press("Escape");
    expect(await judgement(page, () => page.keyboard.press("Enter"))).toContain("That is right.");
    await tabTo(page, page.getByRole("tab", { name: "Graph" }));
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("region", { name: "Series as a table" }).waitFor();
    await tabTo(page, page.getByRole("link", { name: "Next exercise" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Choose series by their labels" }).waitFor();
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("course-title");
    await tabTo(page, page.getByRole("button", { name: "Hint 1 of" }));
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "Hints" }).getByRole("listitem").waitFor();

    await page.goto("about:blank");
    await page.goBack();
    await page.reload();
    await page.getByText("1 of 52 solved", { exact: true }).waitFor();
    await page.getByRole("heading", { name: "Choose series by their labels" }).waitFor();
    await expect.poll(() => page.getByRole("list", { name: "Hints" }).getByRole("listitem").count()).toBe(1);
  });
});

/** Presses the tab key until something has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 100; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} is not reached by ${key}`);
}

/** Queries for an exercise, and what is said of them. */
const wrong: readonly (readonly [string, string, string])[] = [
  ["idle-of-one-cpu", "", "Prometheus rejects the query"],
  ["idle-of-one-cpu", "rate(up[5m]", "Prometheus rejects the query"],
  ["idle-of-one-cpu", "1", "your query is a number, and reads no series"],
  ["idle-as-graph", '"some text"', "the query fails"],
  ["idle-as-graph", "rate(node_load1[1m])", "your result lacks the labels"],
  ["idle-as-graph", 'deriv(node_cpu_seconds_total{mode="idle"}[1m])', "values of 6 series over time differ"],
  ["idle-as-graph", 'rate(node_cpu_seconds_total{mode="idle"}[1m]) and on () (minute() > 20)', "values over time"],
  ["two-namespaces", 'kube_pod_info{namespace="default"} or kube_pod_info{namespace="ingress-nginx"}', "without or"],
  ["nearly-full", "node_filesystem_avail_bytes / node_filesystem_size_bytes < 0", "your result is empty"],
  [
    "memory-of-namespaces",
    'sort(sum by (namespace) (container_memory_working_set_bytes{container!=""}) / 1024^2)',
    "order",
  ],
];

/** What is said of a query at the terminal, as the page shows it. */
async function expected(query: string, exercise: Exercise): Promise<string> {
  const words = obstaclesWords(await attempt(query, exercise, classroom), "result");
  return words
    .flatMap(({ message, help }) => [`Not yet: ${message}`, ...(help === undefined ? [] : [`Help: ${help}`])])
    .map(asShown)
    .join(" ");
}

/** Markdown as the page shows it, with one space in place of each gap. */
function asShown(text: string): string {
  return text.replaceAll("`", "").replace(/\s+/g, " ").trim();
}
