import workerUrl from "virtual:demo-worker";
import { recommendedQueryRules } from "../../../rules/query-rules.js";
import { demoNow } from "../../embedded/demo-now.js";
import { builtinMetrics } from "../../metrics/builtin.js";
import { demoWorker } from "./demo-worker.js";
import type { Reply } from "./messages.js";
import type { Source } from "./source.js";

/** The demo cluster, which is simulated in a worker. */
export function demoSource(): Source {
  const server = demoWorker((onReply, onBreakdown) => {
    const worker = new Worker(workerUrl, { type: "module", name: "demo-cluster" });
    worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
    worker.onerror = onBreakdown;
    return worker;
  });
  return {
    server,
    judgedBy: "result",
    now: () => new Date(demoNow),
    rules: recommendedQueryRules,
    metrics: builtinMetrics,
  };
}
