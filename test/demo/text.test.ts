import { describe, expect, test } from "vitest";
import { createDemo } from "../../src/demo/demo.js";
import { demoSeries } from "../../src/demo/sample.js";
import { openMetricsText, targetText } from "../../src/demo/text.js";
import { parseExposition } from "../../src/exposition/parse.js";
import { builtinMetrics } from "../../src/metrics/builtin.js";
import { demo, now } from "./shared.js";

describe("OpenMetrics", () => {
  const series = [...demoSeries(createDemo({ now, recentHours: 0.02, olderHours: 0 }))];
  const { families, problems } = parseExposition([...openMetricsText(series)].join(""));

  test("is read without problems", () => {
    expect(problems).toEqual([]);
  });

  test("has every sample with its time", () => {
    const line = (labels: Iterable<readonly [string, string]>, time: number, value: number) =>
      `${labelsText(labels)} ${time} ${value}`;
    const written = families.flatMap(({ samples }) =>
      samples.map(({ name, labels, value, timestamp = 0 }) =>
        line([["__name__", name], ...labels], Math.round(timestamp * 1000), value),
      ),
    );
    const given = series.flatMap(({ labels, times, values }) =>
      [...times].map((time, k) => line(labels, time, values[k] ?? NaN)),
    );
    expect(written.sort()).toEqual(given.sort());
  });

  test("has types and help; a counter whose name does not end as OpenMetrics wants has no type", () => {
    for (const { name, type, help } of families) {
      const metric = builtinMetrics.metric(name);
      const isOdd = metric?.type === "counter" && !name.endsWith("_total");
      expect([name, type, help]).toEqual([name, isOdd ? "unknown" : metric?.type, metric?.help]);
    }
  });

  test("escapes what would end a value", () => {
    const one = {
      family: "up",
      labels: [
        ["__name__", "up"],
        ["job", 'a"\\\n'],
      ] as const,
      times: Float64Array.of(1500),
      values: Float64Array.of(-Infinity),
      ends: [],
    };
    expect([...openMetricsText([one])].join("")).toContain('up{job="a\\"\\\\\\n"} -Inf 1.5\n');
  });
});

describe("the text of a target", () => {
  test.each(
    demo.targets.map((target): [string, (typeof demo.targets)[number]] => [
      Object.values(target.labels).slice(0, 3).join(" "),
      target,
    ]),
  )("%s", (_, target) => {
    const time = target.down ? target.down.since - 1 : now;
    const { families, problems } = parseExposition(targetText(target, time) ?? "");
    expect(problems).toEqual([]);
    const present = target.instruments.filter((instrument) => instrument.present?.(time) ?? true);
    expect(families.flatMap(({ samples }) => samples)).toHaveLength(present.length);
    expect(families.map(({ name, type }) => [name, type])).toEqual(
      families.map(({ name }) => [name, builtinMetrics.metric(name)?.type]),
    );
  });

  test("there is none while the target is down", () => {
    const down = demo.targets.filter((target) => target.down);
    expect(down.map((target) => targetText(target, now))).toEqual([undefined]);
  });

  test("goes on after now while more is simulated", () => {
    const later = createDemo({ now, recentHours: 0.1, olderHours: 0, hoursAfter: 1 });
    const requests = (time: number) =>
      later.targets.flatMap((target) =>
        parseExposition(targetText(target, time) ?? "").families.flatMap(({ name, samples }) =>
          name === "nginx_http_requests_total" ? samples.map(({ value }) => value) : [],
        ),
      );
    const [first, next] = [requests(now + 1_800_000), requests(now + 1_860_000)];
    expect(first).toHaveLength(2);
    expect(next.every((value, k) => value > (first[k] ?? 0) + 100)).toBe(true);
  });
});

function labelsText(labels: Iterable<readonly [string, string]>): string {
  return Array.from(labels, (pair) => pair.join("="))
    .sort()
    .join(",");
}
