import { createDemo, type Demo, type DemoOptions } from "../demo/demo.js";
import { answers, type Target as DemoTarget } from "../demo/target.js";
import type { Limits } from "../engine/index.js";
import { builtinMetrics } from "../metrics/builtin.js";
import type { Target } from "../prometheus/index.js";
import { demoNow } from "./demo-now.js";
import { demoStorage } from "./demo-storage.js";
import { type EmbeddedServer, embeddedServer } from "./embedded-server.js";

/** Which demo cluster, and how much a query may take of it. */
export interface DemoServerOptions extends Partial<DemoOptions> {
  readonly limits?: Limits;
}

/** The demo cluster as a server that has scraped it. */
export function demoServer({ limits = {}, ...options }: DemoServerOptions = {}): EmbeddedServer {
  const demo = createDemo({ now: demoNow, ...options });
  return embeddedServer({
    name: "the demo cluster",
    storage: demoStorage(demo),
    metrics: builtinMetrics,
    now: demo.cluster.now,
    limits,
    targets: demo.targets.map((target) => scraped(target, demo)),
  });
}

function scraped(target: DemoTarget, { cluster }: Demo): Target {
  const { instance = "", job = "" } = target.labels;
  const isUp = answers(target, cluster.now);
  return {
    labels: target.labels,
    discoveredLabels: { __address__: instance, __metrics_path__: target.path, __scheme__: "http", job },
    scrapePool: job,
    scrapeUrl: `http://${instance}${target.path}`,
    scrapeInterval: target.interval / 1000,
    health: isUp ? "up" : "down",
    ...(!isUp && { lastError: "context deadline exceeded" }),
  };
}
