import { expect, test } from "vitest";
import { tellingFlags } from "../../src/status/flags.js";

test("flags that are off, empty or about something else are left out", () => {
  const flags = new Map([
    ["web.enable-lifecycle", "true"],
    ["web.enable-admin-api", "false"],
    ["query.timeout", "2m"],
    ["storage.tsdb.path", ""],
    ["log.level", "info"],
  ]);
  expect(tellingFlags(flags)).toEqual({ "query.timeout": "2m", "web.enable-lifecycle": "true" });
});
