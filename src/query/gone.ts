import { withoutCredentials } from "../prometheus/server-url.js";
import type { Target } from "../prometheus/targets.js";
import type { Questions } from "./questions.js";

/** Who gave series that are no longer there: a target that is down, or one that is no target any more. */
export type Gone =
  | { readonly code: "target-down"; readonly target: Target }
  | { readonly code: "target-gone"; readonly job: string; readonly instance: string };

/**
 * Why series of the last day are not there now, as far as the targets of the server tell. `what` is a selector of them.
 * Where there were none within the day, a target that is down and `likely` gave them is the cause.
 */
export async function whyGone(
  what: string,
  ask: Questions,
  likely: (target: Target) => boolean = () => false,
): Promise<Gone | undefined> {
  const targets = await ask.targets();
  if (targets.length === 0) return undefined;
  const former = await ask.labels(`group by (job, instance) (last_over_time(${what}[1d]))`);
  const isSame = (series: Target["labels"], { labels }: Target) =>
    labels["job"] === series["job"] && labels["instance"] === series["instance"];
  const gaveThem = (target: Target) => former.some((series) => isSame(series, target));
  const isCause = former.length > 0 ? gaveThem : likely;
  const down = targets.find((target) => target.health === "down" && isCause(target));
  if (down) return { code: "target-down", target: down };
  const [last] = former;
  if (!last || targets.some((target) => isSame(last, target))) return undefined;
  return { code: "target-gone", job: last["job"] ?? "", instance: last["instance"] ?? "" };
}

/** The cause in a sentence that may hold a server's text as it came, and what to do. */
export function goneWords(gone: Gone, what: string): { readonly message: string; readonly help: string } {
  switch (gone.code) {
    case "target-down":
      return downWords(gone.target);
    case "target-gone":
      return {
        message: `no target gives ${what} any more: ${gone.instance} of job \`${gone.job}\`, which did within the last day, is no target now`,
        help: "look whether the scrape configuration or the discovery changed",
      };
  }
}

/** That a target is down, and why. */
export function downWords(target: Target): { readonly message: string; readonly help: string } {
  return {
    message: `${targetName(target)} is down: ${target.lastError ?? "the server does not say why"}`,
    help: "start the exporter, or correct its address in the scrape configuration",
  };
}

/** A target by its address and its job. */
export function targetName({ labels, scrapeUrl }: Target): string {
  return `target ${withoutCredentials(scrapeUrl)} of job \`${labels["job"] ?? ""}\``;
}
