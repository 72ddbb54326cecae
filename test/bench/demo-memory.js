// Prints the megabytes that the demo cluster takes in the engine: what the heap and the arrays have grown by.
import { createDemo } from "../../dist/src/demo/demo.js";
import { demoStorage } from "../../dist/src/embedded/demo-storage.js";

const before = taken();
const storage = demoStorage(createDemo({ now: Date.UTC(2026, 0, 15, 12) }));
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
