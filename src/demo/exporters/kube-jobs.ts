import type { Cluster } from "../cluster.js";
import { type Instrument, single, states } from "../instrument.js";
import { randomNumbers } from "../random.js";

/**
 * What kube-state-metrics gives of the cron job that saves the database each night, and of jobs that it starts: three
 * before now and the next one, which stays.
 */
export function* jobStates({ seed, now }: Cluster): Generator<Instrument> {
  const labels = { namespace: "shop", cronjob: name };
  const last = (time: number) => runAt(seed, Math.floor((time - eighteen) / day) * day + eighteen);
  const lastDone = (time: number) => {
    const run = last(time);
    return run.until <= time ? run : runAt(seed, run.since - day);
  };
  const plan = { schedule: "0 18 * * *", concurrency_policy: "Forbid", timezone: "UTC" };
  yield single("kube_cronjob_info", { ...labels, ...plan }, 1);
  yield single("kube_cronjob_spec_suspend", labels, 0);
  yield single("kube_cronjob_status_active", labels, (time) => (last(time).until <= time ? 0 : 1));
  yield single("kube_cronjob_status_last_schedule_time", labels, (time) => last(time).since / 1000);
  yield single("kube_cronjob_status_last_successful_time", labels, (time) => lastDone(time).until / 1000);
  yield single("kube_cronjob_next_schedule_time", labels, (time) => (last(time).since + day) / 1000);

  const first = last(now).since - 2 * day;
  for (const since of [first, first + day, first + 2 * day, first + 3 * day]) {
    yield* jobState(runAt(seed, since), since < now ? runAt(seed, since + day).until : Infinity);
  }
}

const name = "postgres-backup";
const day = 86_400_000;
const eighteen = 18 * 3_600_000;

/** From when until when a job works. */
interface Run {
  readonly since: number;
  readonly until: number;
}

function runAt(seed: string, since: number): Run {
  const next = randomNumbers(`${seed} job ${name} ${since}`);
  return { since, until: since + 1000 * Math.round(140 + 60 * next()) };
}

/** A job is removed when the next one is done: the cron job keeps one that succeeded. */
function* jobState({ since, until }: Run, removed: number): Generator<Instrument> {
  const labels = { namespace: "shop", job_name: `${name}-${since / 60_000}` };
  const present = (time: number) => time >= since && time < removed;
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
