import { expect, test } from "vitest";
import { attempt } from "../../../src/tutorial/attempt.js";
import { obstaclesWords } from "../../../src/tutorial/verdict.js";
import { course, demoClassroom } from "../../tutorial/course.js";
import { describePage } from "./browser.js";
import { judge, textOf } from "./hand.js";

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
    expect(await textOf(page, ".course-outcome")).toContain("This was the last exercise.");
    await page.getByText(`${exercises.length} of ${exercises.length} solved`, { exact: true }).waitFor();
  }, 180_000);
});

/** Markdown as the page shows it, with one space in place of each gap. */
function asShown(text: string): string {
  return text.replaceAll("`", "").replace(/\s+/g, " ").trim();
}
