import { createDemo, type Demo } from "../../src/demo/demo.js";
import { demoSeries } from "../../src/demo/sample.js";
import { createStorage, labelsOf, type Storage } from "../../src/engine/index.js";

/** A Thursday evening in Seoul. */
const now = Date.UTC(2026, 0, 15, 12);

/** The demo cluster, and all of its series for the engine. */
export function demoStorage(): { readonly demo: Demo; readonly storage: Storage } {
  const demo = createDemo({ now });
  const storage = createStorage();
  for (const { labels, times, values } of demoSeries(demo)) {
    const own = labelsOf(labels);
    for (const [k, time] of times.entries()) storage.append(own, time, values[k] ?? NaN);
  }
  return { demo, storage };
}
