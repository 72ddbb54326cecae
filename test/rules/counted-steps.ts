import { type Profiler, Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

// Optimised code does not count.
setFlagsFromString("--no-opt");
setFlagsFromString("--no-maglev");

/** How often the parts of the project's functions have run, by function and block. */
export type Steps = ReadonlyMap<string, number>;

/** Counts how often each function and each block of the project runs: unlike time, it does not depend on the machine. */
export async function countSteps(run: () => void): Promise<Steps> {
  const session = new Session();
  session.connect();
  try {
    await post(session, "Profiler.enable");
    await post(session, "Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    run();
    const { result } = await takeCoverage(session);
    await post(session, "Profiler.stopPreciseCoverage");
    return stepsOf(result);
  } finally {
    session.disconnect();
  }
}

/** All steps together. */
export function total(steps: Steps): number {
  return [...steps.values()].reduce((sum, count) => sum + count, 0);
}

function post(session: Session, method: "Profiler.enable" | "Profiler.stopPreciseCoverage"): Promise<void>;
function post(
  session: Session,
  method: "Profiler.startPreciseCoverage",
  parameters: Profiler.StartPreciseCoverageParameterType,
): Promise<void>;
function post(session: Session, method: string, parameters: object = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error) => (error ? reject(error) : resolve()));
  });
}

function takeCoverage(session: Session): Promise<Profiler.TakePreciseCoverageReturnType> {
  return new Promise((resolve, reject) => {
    session.post("Profiler.takePreciseCoverage", (error, taken) => (error ? reject(error) : resolve(taken)));
  });
}

function stepsOf(scripts: readonly Profiler.ScriptCoverage[]): Steps {
  const steps = new Map<string, number>();
  for (const { url, functions } of scripts) {
    if (!/\/(?:src|rules)\/[^?]*$/.test(url) || url.includes("node_modules") || url.includes("/test/")) continue;
    const file = url.slice(url.lastIndexOf("/") + 1);
    for (const { functionName, ranges } of functions) {
      for (const { startOffset, count } of ranges) {
        if (count > 0) steps.set(`${functionName} (${file} at ${startOffset})`, count);
      }
    }
  }
  return steps;
}
