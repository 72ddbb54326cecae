import { randomDigits, randomUuid } from "./random.js";

/** A machine of the cluster. Memory and disk in bytes. */
export interface Node {
  readonly number: number;
  readonly name: string;
  readonly ip: string;
  readonly zone: string;
  readonly instanceType: string;
  readonly instanceId: string;
  readonly uuid: string;
  readonly cores: number;
  readonly memory: number;
  readonly disk: number;
  /** When it was started, in milliseconds since 1970. */
  readonly booted: number;
  /** Most pods, interfaces and addresses for pods that its type allows, and the addresses that it has. */
  readonly mostPods: number;
  readonly mostInterfaces: number;
  readonly mostAddresses: number;
  readonly addresses: number;
}

/** CPU in cores and memory in bytes that pods may ask for: the rest is kept for the system. */
export function allocatable({ cores, memory, disk, mostPods }: Node) {
  return {
    cpu: cores - 0.07,
    memory: memory - 480 * 2 ** 20,
    ephemeral_storage: Math.floor(disk * 0.9),
    pods: mostPods,
  };
}

/** The three machines of the cluster. */
export function createNodes(seed: string, now: number): Node[] {
  return plans.map(({ ip, zone, instanceType, memory, booted, ...limits }, number) => {
    const name = `ip-${ip.replaceAll(".", "-")}.${region}.compute.internal`;
    return {
      number,
      name,
      ip,
      zone: `${region}${zone}`,
      instanceType,
      instanceId: `i-0${randomDigits(`${seed} instance ${name}`, 16)}`,
      uuid: randomUuid(`${seed} machine ${name}`),
      cores: 2,
      memory: memory * 1024,
      disk: 32_132_562_944,
      booted: now - Math.round(booted * 3_600_000),
      mostInterfaces: 3,
      ...limits,
    };
  });
}

const region = "ap-northeast-2";

/** Memory in kibibytes; the age in hours. */
const plans = [
  {
    ip: "192.168.1.57",
    zone: "a",
    instanceType: "t3.medium",
    memory: 3_943_280,
    booted: 275.3,
    mostPods: 17,
    mostAddresses: 15,
    addresses: 10,
  },
  {
    ip: "192.168.2.118",
    zone: "b",
    instanceType: "t3.medium",
    memory: 3_943_280,
    booted: 275.2,
    mostPods: 17,
    mostAddresses: 15,
    addresses: 10,
  },
  {
    ip: "192.168.3.41",
    zone: "c",
    instanceType: "t3.small",
    memory: 1_977_872,
    booted: 98.6,
    mostPods: 11,
    mostAddresses: 9,
    addresses: 6,
  },
] as const;
