import { demoSeries, type Demo, type DemoSeries } from "../../src/demo/index.js";

/** The series that the catalogue compares with those of an hour ago. */
const compared = new Set(["up", "nginx_http_requests_total"]);

/** What a demo has of the last quarter of an hour, and of a little more than an hour where the catalogue asks for it. */
export function recentSeries(demo: Demo): readonly DemoSeries[] {
  const since = (minutes: number) => [...demoSeries(demo, demo.cluster.now - minutes * 60_000)];
  return [
    ...since(15).filter(({ family }) => !compared.has(family)),
    ...since(75).filter(({ family }) => compared.has(family)),
  ];
}
