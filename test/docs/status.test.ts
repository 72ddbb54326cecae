import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { oddityCodes } from "../../src/status/oddity.js";
import { promqlLint } from "../cli/command.js";
import { serve, success } from "../prometheus/fake-server.js";
import { readPage, tableBelow } from "./pages.js";
import { root } from "./run-typescript.js";
import { statusAnswers } from "./status-answers.js";

const page = "docs/usage.md";
const block = /(?<=```text\n\$ promql-lint status --server http:\/\/localhost:9090\n)[^]*?(?=```\n)/;

test("usage shows the status of a server; UPDATE=1 writes it", async () => {
  const answers = statusAnswers(Date.now());
  const { url } = await serve(({ path }) => success(answers[path.replace("/api/v1/", "")]));
  const { status, stdout, stderr } = await promqlLint(["status", "--server", url]);
  expect([status, stderr]).toEqual([0, ""]);
  const shown = stdout.replaceAll(url, "http://localhost:9090");
  if (process.env["UPDATE"])
    writeFileSync(
      root + page,
      readPage(page).replace(block, () => shown),
    );
  expect(block.exec(readPage(page))?.[0]).toBe(shown);
});

test("usage and the schema name every oddity", () => {
  expect(tableBelow(page, "status").map(([code]) => code)).toEqual(oddityCodes.map((code) => `\`${code}\``));
  const schema: unknown = JSON.parse(readFileSync(`${root}docs/schemas/status.schema.json`, "utf8"));
  expect(schema).toMatchObject({
    properties: { oddities: { items: { properties: { code: { enum: [...oddityCodes] } } } } },
  });
});
