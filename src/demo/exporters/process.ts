import type { Cluster } from "../cluster.js";
import { count, type Instrument, single } from "../instrument.js";
import { level, noise, type Reading, type Signal, signal, sinceStart, total } from "../signal.js";

/** A program that tells about itself with the client library for Go. */
export interface Program {
  /** Tells it from others. */
  readonly key: string;
  readonly goVersion: string;
  /** The times at which it was started, in order, in milliseconds since 1970. */
  readonly starts: readonly number[];
  /** Cores and bytes in use. */
  readonly cpu: Signal;
  readonly memory: Reading;
  readonly goroutines: number;
}

/** What the client library gives of a program. */
export function* programMetrics({ clock, seed }: Cluster, program: Program): Generator<Instrument> {
  const { key, goVersion, starts, cpu, memory, goroutines } = program;
  const jitter = level(clock, noise(clock, `${seed} program ${key}`));
  const started = (time: number) => (starts.findLast((start) => start <= time) ?? starts[0] ?? clock.start) / 1000;
  yield single("process_cpu_seconds_total", {}, hundredths(sinceStart(total(clock, cpu), starts)));
  yield single("process_resident_memory_bytes", {}, (time) => 4096 * Math.round(memory(time) / 4096));
  yield single("process_start_time_seconds", {}, started);
  yield count("process_open_fds", {}, (time) => 12 + goroutines * 0.2 * (1 + 0.1 * jitter(time)));
  yield single("process_max_fds", {}, 1_048_576);
  yield single("go_info", { version: goVersion }, 1);
  yield count("go_goroutines", {}, (time) => 8 + goroutines * (1 + 0.05 * jitter(time)));
  yield count("go_memstats_alloc_bytes", {}, (time) => memory(time) * (0.5 + 0.06 * jitter(time)));
}

/** A signal that never changes. */
export function steady({ clock }: Pick<Cluster, "clock">, value: number): Signal {
  return signal(clock, () => value);
}

/** A quantity with two digits after the point, as the kernel counts time. */
export function hundredths(reading: Reading): Reading {
  return (time) => Math.floor(reading(time) * 100) / 100;
}
