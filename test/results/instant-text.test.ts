import picocolors from "picocolors";
import { expect, test } from "vitest";
import type { QueryResult } from "../../src/prometheus/index.js";
import { instantText } from "../../src/results/instant-text.js";
import type { TextOptions } from "../../src/results/text-options.js";

const time = Date.UTC(2026, 2, 2, 12) / 1000;
const plain = picocolors.createColors(false);

function shown(result: QueryResult, options: Partial<TextOptions> = {}): string {
  return `\n${instantText(result, time, { colors: plain, width: 60, ...options })}`;
}

function vector(...series: readonly (readonly [Readonly<Record<string, string>>, number])[]): QueryResult {
  return { type: "vector", series: series.map(([labels, value]) => ({ labels, sample: { time, value } })) };
}

const disks = vector(
  [{ __name__: "disk_bytes", device: "/dev/sda1", instance: "a:9100", job: "node" }, 32_212_254_720],
  [{ __name__: "disk_bytes", device: "/dev/sdb", instance: "a:9100", job: "node" }, 1024.5],
  [{ __name__: "disk_bytes", instance: "b:9100", job: "node" }, NaN],
);

test("labels that all share are said once, values stand by their decimal points", () => {
  expect(shown(disks)).toMatchInlineSnapshot(`
    "
    3 series at 2026-03-02T12:00:00Z
    all are disk_bytes{job="node"}

    device     instance          value
    /dev/sda1  a:9100    32212254720
    /dev/sdb   a:9100           1024.5
               b:9100            NaN
    "
  `);
});

test("bytes are said in a better unit beside the exact value", () => {
  expect(shown(disks, { unit: "bytes" })).toMatchInlineSnapshot(`
    "
    3 series at 2026-03-02T12:00:00Z
    all are disk_bytes{job="node"}

    device     instance          value
    /dev/sda1  a:9100    32212254720    30 GiB
    /dev/sdb   a:9100           1024.5  1 KiB
               b:9100            NaN
    "
  `);
});

test("a limit", () => {
  expect(shown(disks, { limit: 1, limitHelp: "--limit 0 shows all" })).toMatchInlineSnapshot(`
    "
    3 series at 2026-03-02T12:00:00Z
    all are disk_bytes{job="node"}

    device     instance        value
    /dev/sda1  a:9100    32212254720
    and 2 more: --limit 0 shows all
    "
  `);
});

test("without room, labels are left out that tell nothing apart", () => {
  const pods = ["a", "b"].map(
    (name) => [{ instance: `${name}:9100`, pod: `kube-prometheus-stack-prometheus-node-exporter-${name}` }, 1] as const,
  );
  expect(shown(vector(...pods))).toMatchInlineSnapshot(`
    "
    2 series at 2026-03-02T12:00:00Z

    instance  value
    a:9100        1
    b:9100        1
    not shown, for want of room: pod
    "
  `);
});

test("without room, labels that are preferred stay", () => {
  const pods = [1, 2].map(
    (k) =>
      [{ node: `ip-${k}`, namespace: `n${k}`, pod: `kube-prometheus-stack-prometheus-node-exporter-${k}` }, 1] as const,
  );
  const left = (preferred: readonly string[]) =>
    /^not shown.*$/m.exec(shown(vector(...pods), { width: 66, preferred: new Set(preferred) }))?.[0];
  const hidden = "not shown, for want of room: ";
  expect([[], ["pod"], ["pod", "node"]].map(left)).toEqual([
    `${hidden}pod`,
    `${hidden}namespace`,
    `${hidden}namespace`,
  ]);
});

test("numbers of identity are left out before names, also where those are longer", () => {
  const pods = [1, 2].map(
    (k) =>
      [{ pod: `kube-prometheus-stack-prometheus-node-exporter-${k}`, uid: `20e367e0-7c33-d8d5-5d98-${k}` }, 1] as const,
  );
  expect(shown(vector(...pods))).toMatchInlineSnapshot(`
    "
    2 series at 2026-03-02T12:00:00Z

    pod                                               value
    kube-prometheus-stack-prometheus-node-exporter-1      1
    kube-prometheus-stack-prometheus-node-exporter-2      1
    not shown, for want of room: uid
    "
  `);
});

test("without any room, each series is broken into lines", () => {
  const pods = ["a", "b"].map(
    (name) => [{ pod: `kube-prometheus-stack-prometheus-node-exporter-${name}` }, 1.25] as const,
  );
  expect(shown(vector(...pods), { width: 40 })).toMatchInlineSnapshot(`
    "
    2 series at 2026-03-02T12:00:00Z

    1.25  {pod="kube-prometheus-stack-promet
          heus-node-exporter-a"}
    1.25  {pod="kube-prometheus-stack-promet
          heus-node-exporter-b"}
    "
  `);
});

test.each<readonly [string, QueryResult, string]>([
  ["nothing", vector(), "0 series at 2026-03-02T12:00:00Z"],
  ["a series without labels", vector([{}, 25]), "1 series at 2026-03-02T12:00:00Z\n\n25"],
  ["a number", { type: "scalar", sample: { time, value: -0 } }, "a number at 2026-03-02T12:00:00Z\n\n-0"],
  [
    "a text",
    { type: "string", time, text: 'a "b"\n\x1b[31m' },
    'a text at 2026-03-02T12:00:00Z\n\n"a \\"b\\"\\n\\u001b[31m"',
  ],
  [
    "names that need quotes",
    vector([{ __name__: "http.requests", "a b": "x" }, 1]),
    '1 series at 2026-03-02T12:00:00Z\n\nmetric         "a b"  value\nhttp.requests  x          1',
  ],
  [
    "a native histogram",
    { type: "vector", series: [{ labels: {}, sample: { time, histogram: { count: 3, sum: 4.5, buckets: [] } } }] },
    "1 series at 2026-03-02T12:00:00Z\n\na histogram of 3 observations, sum 4.5, 0 buckets",
  ],
])("%s", (_, result, expected) => {
  expect(shown(result)).toBe(`\n${expected}\n`);
});

test("the samples of a range vector", () => {
  const samples = [11.5, 12].map((value, k) => ({ time: time - 30 + 15 * k + 0.25, value }));
  const series = ["a", "b"].map((job) => ({ labels: { __name__: "up", job, zone: "x" }, samples }));
  expect(shown({ type: "matrix", series })).toMatchInlineSnapshot(`
    "
    2 series with 4 samples at 2026-03-02T12:00:00Z
    all are up{zone="x"}

    job="a"
      11:59:30.250  11.5
      11:59:45.250  12

    job="b"
      11:59:30.250  11.5
      11:59:45.250  12
    "
  `);
  expect(shown({ type: "matrix", series }, { limit: 3 })).toMatchInlineSnapshot(`
    "
    2 series with 4 samples at 2026-03-02T12:00:00Z
    all are up{zone="x"}

    job="a"
      11:59:30.250  11.5
      11:59:45.250  12

    job="b"
      11:59:30.250  11.5

    and 1 more sample
    "
  `);
});
