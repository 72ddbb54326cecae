import { demoSeries } from "../demo/sample.js";
import type { Demo } from "../demo/demo.js";
import { createStorage, labelsOf, type Storage } from "../engine/index.js";

/** The series of the demo cluster in memory, stale where a server would have marked them. */
export function demoStorage(demo: Demo): Storage {
  const storage = createStorage();
  for (const { labels, times, values, ends } of demoSeries(demo)) {
    const own = labelsOf(labels);
    storage.add(own, times, values);
    for (const end of ends) storage.append(own, end, "stale");
  }
  return storage;
}
