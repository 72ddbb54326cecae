import { aggregatorInfo, isAggregator } from "../../promql/aggregators.js";
import { functionInfo } from "../../promql/functions.js";

/** How many arguments a function or an aggregation takes; none for another name. */
export function parameterCount(name: string): number {
  if (isAggregator(name)) return aggregatorInfo(name).param ? 2 : 1;
  return functionInfo(name)?.args.length ?? 0;
}
