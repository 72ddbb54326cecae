import { expect, test } from "vitest";
import { demoServer } from "../../../src/embedded/demo-server.js";
import { api } from "../../prometheus/api.js";
import { serve } from "../../prometheus/fake-server.js";
import { describePage } from "./browser.js";
import { run, write } from "./hand.js";

describePage("the choice of a server", ({ allow, open }) => {
  test("a server of the reader is asked until the reader goes back to the demo cluster", async () => {
    const demo = demoServer();
    const answer = api({ ...demo, labelValues: () => Promise.resolve(["up"]) });
    const { url } = await serve(async (request) => {
      const reply = await answer(request);
      return { ...reply, headers: { "access-control-allow-origin": "*" } };
    });
    allow(url);
    const page = await open("#/playground");
    await page.getByRole("button", { name: "Use my Prometheus" }).click();
    await page.getByLabel("The address of your Prometheus").fill(`${url}/`);
    await page.keyboard.press("Enter");
    await page.getByText(`Any query, asked on ${url}.`).waitFor();
    await write(page, "count(up)");
    await run(page);
    await page.getByText("Answered in").waitFor();
    expect(page.url()).not.toContain(new URL(url).port);
    await page.getByRole("button", { name: url }).click();
    await page.getByRole("button", { name: "Back to the demo cluster" }).click();
    await page.getByText("Any query, asked on the demo cluster.").waitFor();
  });

  test("an address that is none is told why", async () => {
    const page = await open("#/playground");
    await page.getByRole("button", { name: "Use my Prometheus" }).click();
    await page.getByLabel("The address of your Prometheus").fill("prometheus:9090");
    await page.keyboard.press("Enter");
    await page.getByText("has no scheme: write").waitFor();
  });
});
