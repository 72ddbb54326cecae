import type { Cluster } from "../cluster.js";
import { count, type Instrument, single } from "../instrument.js";
import { diskUse, podsOf } from "../node-load.js";
import type { Node } from "../nodes.js";
import { level, noise, scaled, signal, sinceStart, sum, total } from "../signal.js";

/** What the node exporter gives of the disk and the file systems of a machine. */
export function* disks(cluster: Cluster, node: Node): Generator<Instrument> {
  const { clock, seed, demand } = cluster;
  const device = { device: "nvme0n1" };
  const jitter = noise(clock, `${seed} writes ${node.name}`);
  const writes = total(
    clock,
    signal(clock, (_, k) => (9 + 14 * (demand[k] ?? 0)) * Math.max(1 + 0.4 * (jitter[k] ?? 0), 0.05)),
  );
  const done = sinceStart(writes, [node.booted]);
  yield count("node_disk_writes_completed_total", device, done);
  yield count("node_disk_written_bytes_total", device, (time) => 4096 * Math.floor(4.5 * done(time)));
  yield single("node_disk_write_time_seconds_total", device, (time) => Math.floor(1.9 * done(time)) / 1000);
  yield count("node_disk_reads_completed_total", device, scaled(done, 0.17));
  yield count("node_disk_read_bytes_total", device, (time) => 4096 * Math.floor(0.9 * done(time)));
  yield single("node_disk_read_time_seconds_total", device, (time) => Math.floor(0.13 * done(time)) / 1000);
  yield single("node_disk_io_time_seconds_total", device, (time) => Math.floor(1.2 * done(time)) / 1000);
  yield single("node_disk_io_time_weighted_seconds_total", device, (time) => Math.floor(2.03 * done(time)) / 1000);
  yield single("node_disk_io_now", device, 0);

  const use = diskUse(cluster, node);
  const mounts = [
    { device: "/dev/nvme0n1p1", fstype: "xfs", mountpoint: "/", size: node.disk, use },
    { device: "/dev/nvme0n1p128", fstype: "vfat", mountpoint: "/boot/efi", size: 10_463_232, use: () => 0.125 },
    {
      device: "tmpfs",
      fstype: "tmpfs",
      mountpoint: "/run",
      size: 4096 * Math.floor(node.memory / 10 / 4096),
      use: () => 0.004,
    },
  ];
  for (const { size, use: used, ...mount } of mounts) {
    const labels = { ...mount, device_error: "" };
    // A FAT file system has no fixed number of inodes, and says 0.
    const files = mount.fstype === "vfat" ? 0 : Math.floor(size / 2048);
    const left = (time: number) => 4096 * Math.round((size * (1 - used(time))) / 4096);
    yield single("node_filesystem_size_bytes", labels, size);
    yield single("node_filesystem_free_bytes", labels, left);
    yield single("node_filesystem_avail_bytes", labels, left);
    yield single("node_filesystem_files", labels, files);
    yield count("node_filesystem_files_free", labels, (time) => files * (1 - 0.1 * used(time)));
    yield single("node_filesystem_readonly", labels, 0);
    yield single("node_filesystem_device_error", labels, 0);
  }
}

/** What the node exporter gives of the network of a machine. */
export function* network(cluster: Cluster, node: Node): Generator<Instrument> {
  const { clock } = cluster;
  const pods = podsOf(cluster, node).filter(({ traffic }) => traffic);
  const all = total(
    clock,
    sum(
      clock,
      pods.flatMap(({ traffic }) => (traffic ? [traffic] : [])),
    ),
  );
  const ens = sinceStart(all, [node.booted]);
  const interfaces = [
    { device: "ens5", bytes: ens, mtu: 9001 },
    { device: "lo", bytes: scaled(ens, 0.12), mtu: 65_536 },
  ];
  for (const { device, bytes, mtu } of interfaces) {
    yield count("node_network_receive_bytes_total", { device }, bytes);
    yield count("node_network_transmit_bytes_total", { device }, scaled(bytes, device === "lo" ? 1 : 1.4));
    yield count("node_network_receive_packets_total", { device }, scaled(bytes, 1 / 620));
    yield count("node_network_transmit_packets_total", { device }, scaled(bytes, device === "lo" ? 1 / 620 : 1 / 540));
    for (const kind of ["receive_errs", "receive_drop", "transmit_errs", "transmit_drop"]) {
      yield single(`node_network_${kind}_total`, { device }, 0);
    }
    yield single("node_network_up", { device }, device === "lo" ? 0 : 1);
    yield single("node_network_mtu_bytes", { device }, mtu);
  }
  yield count("node_netstat_Tcp_InSegs", {}, scaled(ens, 1 / 600));
  yield count("node_netstat_Tcp_OutSegs", {}, scaled(ens, 1 / 520));
  yield count("node_netstat_Tcp_RetransSegs", {}, scaled(ens, 1 / 900_000));
  yield count("node_netstat_TcpExt_TCPSynRetrans", {}, scaled(ens, 1 / 4_000_000));
  yield count("node_netstat_Tcp_CurrEstab", {}, (time) => 40 + 12 * pods.length * level(clock, cluster.demand)(time));
  yield single("node_arp_entries", { device: "ens5" }, 9);
}
