import { embeddedServer } from "../../src/embedded/embedded-server.js";
import { createStorage } from "../../src/engine/index.js";
import { loadNotation } from "../../src/engine/readers/load-notation.js";
import { metricsOf } from "../../src/metrics/metrics.js";
import type { Target } from "../../src/prometheus/index.js";

/** The moment of the server below, in milliseconds since 1970. */
export const shopNow = Date.UTC(2026, 2, 2, 12);

const hours = 6;
const samples = hours * 60;

/** Series of the last six hours, a sample each minute. */
const series = `
up{job="api", instance="a:1"} 1x${samples}
up{job="db", instance="b:1"} 1x${samples - 120} 0x120
orders_total{job="api", instance="a:1", kind="book", code="200"} 0+2x${samples}
orders_total{job="api", instance="a:1", kind="game", code="200"} 0+1x${samples}
orders_total{job="api", instance="a:1", kind="film", code="200"} 0+1x60
shop_open{job="api", instance="a:1", city="Bonn"} 1x${samples}
shop_open{job="api", instance="a:1", city="Köln"} 1x${samples}
db_rows{job="db", instance="b:1"} 7x${samples - 120}
`;

/** A small server in memory: an API that is scraped, and a database that is down since two hours. */
export function shopServer() {
  const storage = createStorage();
  loadNotation(storage, series, { step: 60, start: shopNow / 1000 - hours * 3600 });
  const metrics = metricsOf([
    { name: "orders_total", type: "counter", help: "Orders.", source: "shop" },
    { name: "shop_open", type: "gauge", help: "Whether it is open.", source: "shop" },
    { name: "db_rows", type: "gauge", help: "Rows.", source: "shop" },
  ]);
  const targets = [
    target("api", "a:1", { health: "up" }),
    target("db", "b:1", { health: "down", lastError: "refused" }),
  ];
  return embeddedServer({ name: "the shop", storage, metrics, now: shopNow, targets });
}

function target(job: string, instance: string, state: Pick<Target, "health" | "lastError">): Target {
  const scrapeUrl = `http://${instance}/metrics`;
  return { labels: { job, instance }, discoveredLabels: {}, scrapePool: job, scrapeUrl, scrapeInterval: 60, ...state };
}
