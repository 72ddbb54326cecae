import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { chromium } from "playwright-core";
import { main } from "./commands.js";
import { quantile } from "./measure.js";

const rounds = 7;

/**
 * Milliseconds until the page can be used in a browser that has never seen it, and until its first query is answered,
 * which starts the demo cluster; in words why that is not measured.
 */
export async function measurePage() {
  const executablePath = process.env["PROMQL_CHROMIUM_BIN"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) return "no Chromium is found: PROMQL_CHROMIUM_BIN names one";
  if (!existsSync(main)) return "the command is not built";
  const served = spawn(process.execPath, [main, "learn", "--web", "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const url = await addressOf(served);
    /** @type {{ usable: number[], answered: number[] }} */
    const times = { usable: [], answered: [] };
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(url, { waitUntil: "commit" });
      await page.getByRole("textbox", { name: "Query" }).waitFor();
      times.usable.push(performance.now() - start);
      const asked = performance.now();
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await page.getByText("Not yet:").first().waitFor();
      times.answered.push(performance.now() - asked);
      await context.close();
    }
    return { usable: quantile(times.usable, 0.5), answered: quantile(times.answered, 0.5) };
  } finally {
    await browser.close();
    served.kill();
  }
}

/** @param {import("node:child_process").ChildProcess} served */
async function addressOf({ stderr }) {
  let said = "";
  for await (const chunk of stderr ?? []) {
    said += String(chunk);
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`the page is not served: ${said}`);
}
