import { type Demo, seriesCount, type Target } from "../../demo/index.js";

/** The targets that Prometheus scrapes in the same way. */
export interface Job {
  readonly name: string;
  readonly targets: readonly Target[];
  /** In milliseconds. */
  readonly interval: number;
  /** How many series the targets give. */
  readonly series: number;
}

/** The jobs of a demo at a time in milliseconds since 1970, in the order of its targets. */
export function jobsOf({ targets }: Pick<Demo, "targets">, time: number): Job[] {
  const names = [...new Set(targets.map(jobName))];
  return names.map((name) => {
    const own = targets.filter((target) => jobName(target) === name);
    return {
      ...{ name, targets: own, interval: Math.min(...own.map(({ interval }) => interval)) },
      series: own.reduce((all, target) => all + seriesCount(target, time), 0),
    };
  });
}

function jobName({ labels }: Target): string {
  return labels["job"] ?? "";
}
