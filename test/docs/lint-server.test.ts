import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demoServer } from "../../src/embedded/demo-server.js";
import { promqlLint } from "../cli/command.js";
import { api } from "../prometheus/api.js";
import { serve } from "../prometheus/fake-server.js";
import { root } from "./run-typescript.js";

const page = `${root}docs/usage.md`;
const block = /(?<=```text\n\$ promql-lint --server http:\/\/localhost:9090 ([^\n]*)\n)[^]*?(?=```\n)/;

test("usage shows what linting with a server prints; UPDATE=1 writes it", async () => {
  const config = "global: { scrape_interval: 30s }\n";
  const build = { version: "3.5.0", revision: "8be3a94" };
  const { url } = await serve(api(demoServer(), { build, flags: {}, config }));
  const [shown, words = ""] = block.exec(readFileSync(page, "utf8")) ?? [];
  const queries = Array.from(words.matchAll(/-e '([^']*)'/g), ([, query = ""]) => ["-e", query]).flat();
  expect(queries.length).toBeGreaterThan(2);

  const { status, stdout, stderr } = await promqlLint(["--server", url, ...queries]);
  expect([status, stderr]).toEqual([0, ""]);
  const printed = stdout.replaceAll(url, "http://localhost:9090");
  if (process.env["UPDATE"])
    writeFileSync(
      page,
      readFileSync(page, "utf8").replace(block, () => printed),
    );
  else expect(shown).toBe(printed);
});
