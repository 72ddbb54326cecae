import type { Cluster } from "../cluster.js";
import { exponential, histogram } from "../histogram.js";
import { count, type Instrument, single } from "../instrument.js";
import { noise, scaled, signal, sinceStart, total } from "../signal.js";
import { restClient } from "./rest-client.js";

/** What the scheduler gives, which EKS runs. */
export function* kubeScheduler(cluster: Cluster, starts: readonly number[]): Generator<Instrument> {
  const { clock, seed, pods } = cluster;
  for (const queue of ["active", "backoff", "gated", "unschedulable"])
    yield single("scheduler_pending_pods", { queue }, 0);
  const jitter = noise(clock, `${seed} scheduler`);
  const rate = signal(clock, (_, k) => 0.004 * Math.max(1 + (jitter[k] ?? 0), 0));
  const grown = sinceStart(total(clock, rate), starts);
  const scheduled = (time: number) => grown(time) + pods.filter(({ created }) => created <= time).length;
  const profile = { profile: "default-scheduler" };
  const failed = scaled(grown, 0.02);
  yield count("scheduler_schedule_attempts_total", { ...profile, result: "scheduled" }, scheduled);
  yield count("scheduler_schedule_attempts_total", { ...profile, result: "unschedulable" }, failed);
  yield single("scheduler_schedule_attempts_total", { ...profile, result: "error" }, 0);
  yield* histogram(
    "scheduler_scheduling_attempt_duration_seconds",
    { ...profile, result: "scheduled" },
    exponential(0.001, 2, 15),
    [{ count: scheduled, median: 0.0031, steepness: 3 }],
  );
  yield* histogram("scheduler_pod_scheduling_attempts", {}, exponential(1, 2, 5), [
    { count: scheduled, median: 0.4, steepness: 5 },
  ]);
  yield single("scheduler_preemption_attempts_total", {}, 0);
  yield count("scheduler_queue_incoming_pods_total", { event: "PodAdd", queue: "active" }, scheduled);
  yield* restClient(cluster, "scheduler", { starts, perSecond: 0.9, host: "localhost:10259" });
}
