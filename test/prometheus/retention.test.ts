import { expect, test } from "vitest";
import { retentionOf } from "../../src/prometheus/retention.js";

const flags = (time: string, size: string) =>
  new Map([
    ["storage.tsdb.retention.time", time],
    ["storage.tsdb.retention.size", size],
  ]);

test.each([
  ["15d or 10GiB", undefined, { time: "15d", size: "10GiB" }],
  ["10GiB", undefined, { time: undefined, size: "10GiB" }],
  ["1d12h", flags("9d", "0B"), { time: "1d12h", size: undefined }],
  [undefined, flags("9d", "0B"), { time: "9d", size: undefined }],
  [undefined, flags("0s", "512MB"), { time: undefined, size: "512MB" }],
  [undefined, flags("0s", "0B"), undefined],
  [undefined, undefined, undefined],
])("%s, flags %o", (storageRetention, given, expected) => {
  expect(retentionOf({ storageRetention }, given)).toEqual(expected);
});
