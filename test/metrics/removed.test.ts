import { describe, expect, test } from "vitest";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { removedTables } from "../../src/metrics/builtin/removed.js";
import { removalOf } from "../../src/metrics/removed.js";
import { seriesType } from "../../src/metrics/series-type.js";

/** Of collectors that the built-in table leaves out. */
const offByDefault = [
  "node_buddyinfo_blocks",
  "node_infiniband_port_data_received_bytes_total",
  "node_infiniband_port_data_transmitted_bytes_total",
];
const rows = removedTables.flatMap(({ exporter, rows }) =>
  rows.split("\n").flatMap((row) => (row === "" ? [] : [{ exporter, names: namesOf(row) }])),
);

describe.each(rows)("$exporter: $names", ({ exporter, names }) => {
  test.each(names)("%s is gone", (name) => {
    expect(seriesType(name, builtinMetrics).how).toBe("name");
    expect(removalOf(name)).toMatchObject({ name, exporter });
  });

  test.each(names)("what follows %s is there", (name) => {
    const { name: now = "", matcher } = removalOf(name)?.successor ?? {};
    const metric = builtinMetrics.metric(now);
    expect(metric !== undefined || offByDefault.includes(now), now).toBe(true);
    if (matcher) expect(metric?.labels).toContain(matcher.label);
  });
});

test("a name that no exporter had", () => {
  expect(removalOf("node_load1")).toBeUndefined();
  expect(removalOf("constructor")).toBeUndefined();
});

/** The old names of a row. */
function namesOf(row: string): string[] {
  const [old = ""] = row.split(" ");
  const [before = "", list = "", after = ""] = old.replace("*", "").split(/\{(.*)\}/);
  return list.split(",").map((part) => before + part + after);
}
