import type { Cluster } from "../cluster.js";
import { type Instrument, single } from "../instrument.js";
import { allocatable, type Node } from "../nodes.js";

/** What kube-state-metrics gives of the nodes. */
export function* nodeStates({ nodes }: Cluster): Generator<Instrument> {
  for (const node of nodes) yield* nodeState(node);
}

function* nodeState(machine: Node): Generator<Instrument> {
  const { name: node, ip, zone, instanceId, uuid, booted } = machine;
  yield single(
    "kube_node_info",
    {
      ...{ node, internal_ip: ip, provider_id: `aws:///${zone}/${instanceId}`, system_uuid: uuid, pod_cidr: "" },
      ...{ kernel_version: "6.1.127-135.201.amzn2023.x86_64", os_image: "Amazon Linux 2023.6.20250203" },
      ...{ container_runtime_version: "containerd://1.7.25", kubelet_version: "v1.32.0-eks-aeac579" },
      kubeproxy_version: "v1.32.0-eks-aeac579",
    },
    1,
  );
  yield single("kube_node_created", { node }, Math.floor(booted / 1000) + 30);
  yield single("kube_node_spec_unschedulable", { node }, 0);
  yield single("kube_node_status_addresses", { node, type: "InternalIP", address: ip }, 1);

  const { cores: cpu, memory, disk: ephemeral_storage, mostPods: pods } = machine;
  const capacity = { cpu, memory, ephemeral_storage, pods };
  for (const resource of ["cpu", "memory", "ephemeral_storage", "pods"] as const) {
    const labels = { node, resource, unit: units[resource] };
    yield single("kube_node_status_capacity", labels, capacity[resource]);
    yield single("kube_node_status_allocatable", labels, allocatable(machine)[resource]);
  }
  for (const condition of ["Ready", "DiskPressure", "MemoryPressure", "PIDPressure"]) {
    const holds = condition === "Ready" ? "true" : "false";
    for (const status of ["true", "false", "unknown"]) {
      yield single("kube_node_status_condition", { node, condition, status }, status === holds ? 1 : 0);
    }
  }
}

const units = { cpu: "core", memory: "byte", ephemeral_storage: "byte", pods: "integer" } as const;
