import type { Cluster } from "../cluster.js";
import { type Instrument, single, states } from "../instrument.js";
import { randomNumbers } from "../random.js";

/** What kube-state-metrics gives of the cron job that saves the database each night, and of its jobs. */
export function* jobStates(cluster: Cluster): Generator<Instrument> {
  const runs = runsWithin(cluster);
  const labels = { namespace: "shop", cronjob: name };
  const last = (time: number) => runs.findLast(({ since }) => since <= time);
  const lastDone = (time: number) => runs.findLast(({ until }) => until <= time);
  const plan = { schedule: "0 18 * * *", concurrency_policy: "Forbid", timezone: "UTC" };
  yield single("kube_cronjob_info", { ...labels, ...plan }, 1);
  yield single("kube_cronjob_spec_suspend", labels, 0);
  yield single("kube_cronjob_status_active", labels, (time) => (last(time) === lastDone(time) ? 0 : 1));
  yield single("kube_cronjob_status_last_schedule_time", labels, (time) => (last(time)?.since ?? 0) / 1000);
  yield single("kube_cronjob_status_last_successful_time", labels, (time) => (lastDone(time)?.until ?? 0) / 1000);
  yield single("kube_cronjob_next_schedule_time", labels, (time) => ((last(time)?.since ?? 0) + day) / 1000);
  for (const run of runs) yield* jobState(run);
}

const name = "postgres-backup";
const day = 86_400_000;
const eighteen = 18 * 3_600_000;

/** A job, and until when it works and is kept. */
interface Run {
  readonly since: number;
  readonly until: number;
  readonly kept: number;
}

/** A job is removed when the next one is done: the cron job keeps one that succeeded. */
function runsWithin({ seed, clock }: Cluster): Run[] {
  const end = clock.start + clock.length * clock.step;
  const next = randomNumbers(`${seed} job ${name}`);
  const first = Math.floor((clock.start - eighteen) / day) * day + eighteen - day;
  const runs: Omit<Run, "kept">[] = [];
  for (let since = first; since <= end; since += day) {
    runs.push({ since, until: since + 1000 * Math.round(140 + 60 * next()) });
  }
  return runs
    .map((run, k) => ({ ...run, kept: runs[k + 1]?.until ?? Infinity }))
    .filter(({ kept }) => kept > clock.start);
}

function* jobState({ since, until, kept }: Run): Generator<Instrument> {
  const labels = { namespace: "shop", job_name: `${name}-${since / 60_000}` };
  const present = (time: number) => time >= since && time < kept;
  const isDone = (time: number) => (time >= until ? 1 : 0);
  const owner = { owner_is_controller: "true", owner_kind: "CronJob", owner_name: name };
  yield single("kube_job_info", labels, 1, present);
  yield single("kube_job_owner", { ...labels, ...owner }, 1, present);
  yield single("kube_job_spec_completions", labels, 1, present);
  yield single("kube_job_status_active", labels, (time) => 1 - isDone(time), present);
  yield single("kube_job_status_succeeded", labels, isDone, present);
  yield single("kube_job_status_failed", labels, 0, present);
  yield single("kube_job_status_start_time", labels, since / 1000, present);
  const done = (time: number) => present(time) && time >= until;
  yield single("kube_job_status_completion_time", labels, until / 1000, done);
  yield* states("kube_job_complete", labels, "condition", ["true", "false", "unknown"], () => "true", done);
}
