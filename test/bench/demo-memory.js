// Prints the megabytes that the demo cluster takes in the engine: what the heap and the arrays have grown by.
import { createDemo } from "../../dist/src/demo/demo.js";
import { unsampledSeries } from "../../dist/src/demo/sample.js";
import { createStorage, labelsOf } from "../../dist/src/engine/index.js";

const before = taken();
const storage = createStorage();
for (const { labels, sampled } of unsampledSeries(createDemo({ now: Date.UTC(2026, 0, 15, 12) }))) {
  storage.addLater(labelsOf(labels), sampled);
}
// A series is simulated when it is selected first.
const { length } = storage.select([]);
const after = taken();
if (length < 1000 || storage.size().samples === 0) throw new Error("the demo has no samples");
console.log(((after - before) / 1e6).toFixed(0));

function taken() {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
