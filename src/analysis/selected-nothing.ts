import type { ServerFacts } from "../metrics/server-facts.js";
import { selectedName } from "./labels/selected-name.js";
import type { Expr, Token, VectorSelector } from "../syntax/ast.js";
import { readings } from "./readings.js";
import { type AloneMatcher, selectionsOf, type Selections } from "./selections.js";

/** A selector of which a server has no series now, though it stores the metric, and why. */
export interface SelectedNothing {
  readonly selector: VectorSelector;
  readonly metric: Token;
  readonly selections: Selections;
  /** `metric`: it has no series now; `matchers`: each of `faulty` matches none of them; `together`: no series fulfils them all. */
  readonly because: "metric" | "matchers" | "together";
  readonly faulty: readonly AloneMatcher[];
}

/** The selectors that give nothing on a server; those about which it has not answered are left out. */
export function selectedNothing(root: Expr, server: ServerFacts): readonly SelectedNothing[] {
  return readings(root).flatMap((reading): SelectedNothing[] => {
    const { selector } = reading;
    const metric = selectedName(selector);
    const selections = selectionsOf(reading);
    if (!metric || !selections || server.isStored(metric.text) === false || !isNothing(selections, server)) return [];

    const ofMetric = server.count(selections.ofMetric);
    if (ofMetric === undefined) return [];
    const faulty = selections.alone.filter(({ selection }) => server.count(selection) === 0);
    const because = ofMetric === 0 ? "metric" : faulty.length > 0 ? "matchers" : "together";
    return [{ selector, metric, selections, because, faulty }];
  });
}

function isNothing({ all, inRange }: Selections, server: ServerFacts): boolean {
  return server.count(all) === 0 && (inRange === undefined || server.count(inRange) === 0);
}
