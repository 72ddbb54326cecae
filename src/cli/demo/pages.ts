import { answers, type Demo, targetText } from "../../demo/index.js";
import { type Page, plainPage } from "../serving/page.js";
import { indexPage, type Visit } from "./index-page.js";
import { jobsOf } from "./jobs.js";
import { discovery, discoveryPath, prometheusConfig, targetPath } from "./scrape-config.js";

/** The pages of a demo that is served, by their paths. */
export function createPages(demo: Demo): ReadonlyMap<string, (visit: Visit) => Page> {
  const pages = new Map<string, (visit: Visit) => Page>([
    ["/", (visit) => ok("text/html; charset=utf-8", indexPage(demo, visit))],
    ["/prometheus.yml", ({ address }) => ok("text/yaml; charset=utf-8", prometheusConfig(demo, address))],
    ["/sd", ({ address }) => ok("application/json", discovery(demo.targets, address))],
  ]);
  for (const { name, targets } of jobsOf(demo, demo.recent)) {
    pages.set(discoveryPath(name), ({ address }) => ok("application/json", discovery(targets, address)));
  }
  for (const target of demo.targets) {
    pages.set(targetPath(target), ({ time }) => {
      const text = answers(target, time) ? targetText(target, time) : undefined;
      return text === undefined ? down : ok("text/plain; version=0.0.4; charset=utf-8", text);
    });
  }
  return pages;
}

function ok(type: string, body: string): Page {
  return { status: 200, type, body };
}

const down = plainPage(503, "this target is down, as part of the demo");
