import type { Demo } from "../demo/demo.js";
import { unsampledSeries } from "../demo/sample.js";
import { createStorage, labelsOf, type Storage } from "../engine/index.js";

/** The series of the demo cluster, simulated when they are selected, stale where a server would have marked them. */
export function demoStorage(demo: Demo): Storage {
  const storage = createStorage();
  for (const { labels, sampled } of unsampledSeries(demo)) storage.addLater(labelsOf(labels), sampled);
  return storage;
}
