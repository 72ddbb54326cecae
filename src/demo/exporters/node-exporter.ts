import type { Cluster } from "../cluster.js";
import { count, type Instrument, single } from "../instrument.js";
import { countUpTo } from "../moments.js";
import { nodeCpu, nodeMemory, podsOf } from "../node-load.js";
import type { Node } from "../nodes.js";
import { level, noise, type Reading, scaled, type Signal, sinceStart, total } from "../signal.js";
import { disks, network } from "./node-devices.js";
import { hundredths } from "./process.js";

/** What the node exporter gives of a machine. */
export function* nodeExporter(cluster: Cluster, node: Node): Generator<Instrument> {
  const cpu = nodeCpu(cluster, node);
  yield* machine(node);
  yield* processor(cluster, node, cpu);
  yield* memory(cluster, node);
  yield* disks(cluster, node);
  yield* network(cluster, node);
  yield* kernel(cluster, node, cpu);
  yield* collectors(cluster, node);
}

function* machine({ name, number, booted }: Node): Generator<Instrument> {
  const release = "6.1.127-135.201.amzn2023.x86_64";
  const uname = { domainname: "(none)", machine: "x86_64", nodename: name, release, sysname: "Linux" };
  yield single("node_uname_info", { ...uname, version: "#1 SMP PREEMPT_DYNAMIC" }, 1);
  const system = { id: "amzn", id_like: "fedora", name: "Amazon Linux" };
  yield single(
    "node_os_info",
    { ...system, pretty_name: "Amazon Linux 2023.6", version: "2023", version_id: "2023" },
    1,
  );
  yield single("node_os_version", system, 2023);
  const build = { branch: "HEAD", goarch: "amd64", goos: "linux", goversion: "go1.23.6", tags: "unknown" };
  yield single("node_exporter_build_info", { ...build, revision: "18a5cc4", version: "1.9.0" }, 1);
  yield single("node_boot_time_seconds", {}, booted / 1000);
  // The clock is read some milliseconds after the scrape has begun.
  yield single("node_time_seconds", {}, (time) => (time + 2 + 3 * number) / 1000);
  yield single("node_time_zone_offset_seconds", { time_zone: "UTC" }, 0);
}

/** The modes of a core share its time, so that they add up to a second each second. */
function* processor({ clock }: Cluster, { booted, cores }: Node, used: Signal): Generator<Instrument> {
  const busy = total(clock, used);
  for (let core = 0; core < cores; core++) {
    const part = core === 0 ? 0.52 : 0.48;
    const busyHere = scaled(busy, part);
    const shares = { user: 0.66, system: 0.22, iowait: 0.04, softirq: 0.03, steal: 0.04, nice: 0.01, irq: 0 };
    for (const [mode, share] of Object.entries(shares)) {
      yield single(
        "node_cpu_seconds_total",
        { cpu: String(core), mode },
        hundredths(sinceStart(scaled(busyHere, share), [booted])),
      );
    }
    const idle = (time: number) => (time - clock.start) / 1000 - busyHere(time);
    yield single("node_cpu_seconds_total", { cpu: String(core), mode: "idle" }, hundredths(sinceStart(idle, [booted])));
  }
}

function* memory(cluster: Cluster, node: Node): Generator<Instrument> {
  const { free, available, used, cached, buffers, slab, reclaimable } = nodeMemory(cluster, node);
  const part =
    (of: Reading, factor: number): Reading =>
    (time) =>
      4096 * Math.round((factor * of(time)) / 4096);
  const values: Record<string, number | Reading> = {
    ...{ MemTotal: node.memory, MemFree: free, MemAvailable: available, Buffers: buffers, Cached: cached },
    ...{
      Slab: slab,
      SReclaimable: reclaimable,
      SUnreclaim: slab - reclaimable,
      SwapTotal: 0,
      SwapFree: 0,
      SwapCached: 0,
    },
    ...{
      AnonPages: part(used, 0.86),
      Mapped: part(cached, 0.3),
      Shmem: part(cached, 0.02),
      Dirty: part(cached, 0.001),
    },
    ...{
      Active: part(used, 0.5),
      Inactive: part(used, 0.4),
      PageTables: part(used, 0.01),
      Committed_AS: part(used, 1.9),
    },
  };
  for (const [name, value] of Object.entries(values)) yield single(`node_memory_${name}_bytes`, {}, value);
}

function* kernel(cluster: Cluster, node: Node, cpu: Signal): Generator<Instrument> {
  const { clock, demand } = cluster;
  const [busy, work] = [sinceStart(total(clock, cpu), [node.booted]), level(clock, demand)];
  for (const [name, minutes] of [
    ["node_load1", 1],
    ["node_load5", 5],
    ["node_load15", 15],
  ] as const) {
    const window = minutes * 60_000;
    const average = (time: number) => (busy(time) - busy(time - window)) / (60 * minutes);
    yield single(name, {}, (time) => Math.round(100 * 1.25 * average(time)) / 100);
  }
  yield count("node_context_switches_total", {}, scaled(busy, 6200));
  yield count("node_intr_total", {}, scaled(busy, 3100));
  yield count("node_forks_total", {}, scaled(busy, 9));
  yield count("node_procs_running", {}, (time) => 1 + 2 * work(time));
  yield single("node_procs_blocked", {}, 0);
  yield count("node_filefd_allocated", {}, (time) => 2100 + 900 * work(time));
  yield single("node_filefd_maximum", {}, 9_223_372_036_854_775_807);
  yield count("node_nf_conntrack_entries", {}, (time) => 260 + 1400 * work(time));
  yield single("node_nf_conntrack_entries_limit", {}, 131_072);
  yield count("node_vmstat_pgfault", {}, scaled(busy, 1900));
  yield count("node_vmstat_pgmajfault", {}, scaled(busy, 0.03));
  const killed = podsOf(cluster, node).flatMap(({ containers }) => containers.flatMap(({ crashes }) => crashes ?? []));
  yield single("node_vmstat_oom_kill", {}, (time) =>
    killed.reduce((kills, { deaths, every }) => kills + countUpTo(deaths, time, every), 0),
  );
  yield single("node_pressure_cpu_waiting_seconds_total", {}, scaled(busy, 0.06));
  yield single("node_pressure_io_waiting_seconds_total", {}, scaled(busy, 0.02));
  yield single("node_pressure_io_stalled_seconds_total", {}, scaled(busy, 0.012));
  yield single("node_pressure_memory_waiting_seconds_total", {}, scaled(busy, 0.001));
  yield single("node_pressure_memory_stalled_seconds_total", {}, scaled(busy, 0.0006));
  yield single("node_sockstat_TCP_inuse", {}, 38);
  yield count("node_sockstat_TCP_tw", {}, (time) => 12 + 70 * work(time));
  yield single("node_sockstat_sockets_used", {}, 240);
  yield single("node_entropy_available_bits", {}, 256);
  yield single("node_entropy_pool_size_bits", {}, 256);
  yield single("node_timex_sync_status", {}, 1);
  yield single("node_timex_offset_seconds", {}, (time) => Math.round(40 * Math.sin(time / 700_000)) / 1e6);
  yield single("node_timex_maxerror_seconds", {}, (time) => ((time / 1000) % 64) * 5e-4 + 0.0005);
}

function* collectors({ seed, clock }: Cluster, { name }: Node): Generator<Instrument> {
  for (const collector of ["cpu", "diskstats", "filesystem", "loadavg", "meminfo", "netdev"]) {
    const jitter = level(clock, noise(clock, `${seed} collector ${name} ${collector}`));
    yield single("node_scrape_collector_duration_seconds", { collector }, (time) => 0.0006 * (1 + 0.3 * jitter(time)));
    yield single("node_scrape_collector_success", { collector }, 1);
  }
  yield single("node_textfile_scrape_error", {}, 0);
}
