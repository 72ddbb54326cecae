import type { Cluster } from "../cluster.js";
import { exponential, histogram } from "../histogram.js";
import { count, type Instrument, single } from "../instrument.js";
import { allPassingPods } from "../passing-pods.js";
import { scaled, sinceStart, total } from "../signal.js";
import { restClient } from "./rest-client.js";

/** What the scheduler gives, which EKS runs. */
export function* kubeScheduler(cluster: Cluster, starts: readonly number[]): Generator<Instrument> {
  const { clock, pods } = cluster;
  for (const queue of ["active", "backoff", "gated", "unschedulable"])
    yield single("scheduler_pending_pods", { queue }, 0);
  const grown = sinceStart(total(clock, allPassingPods(cluster)), starts);
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
  const [once, twice] = [scaled(scheduled, 0.98), scaled(scheduled, 0.02)];
  yield* histogram("scheduler_pod_scheduling_attempts", {}, exponential(1, 2, 5), [
    { count: once, median: 0.99, steepness: 500 },
    { count: twice, median: 1.99, steepness: 500 },
  ]);
  yield* histogram("scheduler_pod_scheduling_sli_duration_seconds", { attempts: "1" }, exponential(0.01, 2, 20), [
    { count: once, median: 0.017, steepness: 3 },
  ]);
  yield single("scheduler_preemption_attempts_total", {}, 0);
  yield count("scheduler_queue_incoming_pods_total", { event: "PodAdd", queue: "active" }, scheduled);
  yield count(
    "scheduler_queue_incoming_pods_total",
    { event: "ScheduleAttemptFailure", queue: "unschedulable" },
    failed,
  );
  for (const plugin of ["NodeAffinity", "NodeResourcesFit"])
    yield single("scheduler_unschedulable_pods", { ...profile, plugin }, 0);
  yield single("leader_election_master_status", { name: "kube-scheduler" }, 1);
  yield* restClient(cluster, "scheduler", { starts, perSecond: 0.9, host: "localhost:10259" });
}
