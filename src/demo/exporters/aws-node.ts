import type { Cluster } from "../cluster.js";
import { summary } from "../histogram.js";
import { count, type Instrument, type Presence, single } from "../instrument.js";
import { podsOf } from "../node-load.js";
import type { Node } from "../nodes.js";
import type { Pod } from "../pods.js";
import { passingPods } from "../passing-pods.js";
import { randomDigits } from "../random.js";
import { type Reading, scaled, sinceStart, signal, total } from "../signal.js";
import { steady } from "./process.js";

/** What the AWS VPC CNI gives, which has an address for each pod. */
export function* awsNode(cluster: Cluster, node: Node, starts: readonly number[]): Generator<Instrument> {
  const { clock, incidents, seed } = cluster;
  const pods = podsOf(cluster, node).filter(({ workload, isWaiting }) => !workload.hostNetwork && !isWaiting);
  const waiting = podsOf(cluster, node).filter(({ isWaiting }) => isWaiting).length;
  const since = incidents["no-pod-addresses"].since;
  const lacking = total(
    clock,
    signal(clock, (time) => (time >= since ? waiting / 14 : 0)),
  );

  yield single("awscni_assigned_ip_addresses", {}, assigned(pods));
  yield single("awscni_total_ip_addresses", {}, node.addresses);
  yield single("awscni_ip_max", {}, node.mostAddresses);
  const interfaces = Math.ceil(node.addresses / (node.mostAddresses / node.mostInterfaces));
  yield single("awscni_eni_allocated", {}, interfaces);
  yield single("awscni_eni_max", {}, node.mostInterfaces);
  for (const { ip, created } of pods) {
    yield single("awscni_assigned_ip_per_cidr", { cidr: `${ip}/32` }, 1, presenceSince(created, clock.start));
  }
  const slots = node.mostAddresses / node.mostInterfaces;
  for (let k = 0; k < interfaces; k++) {
    const eni = `eni-0${randomDigits(`${seed} interface ${node.name} ${k}`, 16)}`;
    yield single("awscni_assigned_ip_per_eni", { eni }, assigned(pods.slice(k * slots, (k + 1) * slots)));
  }
  const passing = sinceStart(total(clock, passingPods(cluster, node)), starts);
  yield count("awscni_add_ip_req_count", {}, (time) => assigned(pods)(time) + passing(time) + lacking(time));
  yield count("awscni_no_available_ip_addresses", {}, lacking);
  yield count("awscni_del_ip_req_count", { reason: "PodDeleted" }, passing);
  yield single("awscni_force_removed_enis", {}, 0);
  yield single("awscni_force_removed_ips", {}, 0);
  for (const fn of ["increaseDatastorePool", "nodeIPPoolReconcile", "nodeInit"]) {
    yield single("awscni_ipamd_action_inprogress", { fn }, 0);
  }
  yield count("awscni_ipamd_error_count", { fn: "increaseDatastorePoolAllocateIPAddressesFailed" }, lacking);
  yield* calls(cluster, starts, lacking);
}

/** Calls of the EC2 API and of the metadata service of the instance. */
function* calls(cluster: Cluster, starts: readonly number[], lacking: Reading): Generator<Instrument> {
  const metadata = sinceStart(total(cluster.clock, steady(cluster, 0.31)), starts);
  yield count("awscni_reconcile_count", { fn: "eniDataStorePoolReconcileAdd" }, scaled(metadata, 0.45));
  yield single("awscni_ec2api_req_count", { fn: "AttachNetworkInterface" }, 2);
  yield single("awscni_ec2api_req_count", { fn: "CreateNetworkInterface" }, 2);
  yield count("awscni_ec2api_req_count", { fn: "AssignPrivateIpAddresses" }, (time) => 1 + lacking(time));
  yield count("awscni_ec2api_req_count", { fn: "DescribeNetworkInterfaces" }, (time) => 3 + metadata(time) / 190);
  yield count("awscni_ec2api_error_count", { fn: "AssignPrivateIpAddresses" }, lacking);
  yield count(
    "awscni_aws_api_error_count",
    { api: "AssignPrivateIpAddresses", error: "InsufficientFreeAddressesInSubnet" },
    lacking,
  );
  const apis = [
    { api: "GetMetadata", error: "false", status: "200", calls: scaled(metadata, 0.9), median: 0.46 },
    { api: "GetMetadata", error: "true", status: "404", calls: scaled(metadata, 0.1), median: 0.44 },
    {
      api: "DescribeNetworkInterfaces",
      error: "false",
      status: "200",
      calls: (time: number) => 3 + metadata(time) / 190,
      median: 180,
    },
    { api: "AssignPrivateIpAddresses", error: "true", status: "400", calls: lacking, median: 390 },
  ];
  for (const { calls: made, median, ...labels } of apis) {
    yield* summary("awscni_aws_api_latency_ms", labels, [], { count: made, median, steepness: 4 });
  }
  yield single("awscni_build_info", { goversion: "go1.22.12", version: "v1.19.2" }, 1);
}

/** How many of some pods there are at a time. */
function assigned(pods: readonly Pod[]): Reading {
  return (time) => pods.filter(({ created }) => created <= time).length;
}

function presenceSince(created: number, start: number): Presence | undefined {
  return created < start ? undefined : (time) => time >= created;
}
