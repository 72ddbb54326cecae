import type { EmbeddedServer } from "../../embedded/embedded-server.js";
import { builtinMetrics } from "../../metrics/builtin.js";
import { combineMetrics, type Metrics } from "../../metrics/metrics.js";
import { type PrometheusClient, PrometheusError, serverMetrics } from "../../prometheus/index.js";
import type { Classroom } from "../../tutorial/classroom.js";

/** The demo cluster, which is simulated when it is asked first. */
export async function demoClassroom(): Promise<Classroom> {
  const [{ demoNow, demoServer }, { recommended }] = await Promise.all([
    import("../../embedded/demo-server.js"),
    import("../../../rules/index.js"),
  ]);
  let made: EmbeddedServer | undefined;
  const demo = () => (made ??= demoServer());
  const server: Classroom["server"] = {
    instantQuery: (...asked) => demo().instantQuery(...asked),
    rangeQuery: (...asked) => demo().rangeQuery(...asked),
    labelValues: (...asked) => demo().labelValues(...asked),
    targets: (...asked) => demo().targets(...asked),
  };
  return { server, judgedBy: "result", now: new Date(demoNow), rules: recommended, metrics: builtinMetrics };
}

/** A server of the learner, at the present moment. Rejects with a `PrometheusError` where it cannot be asked. */
export async function serverClassroom(server: PrometheusClient): Promise<Classroom> {
  const { recommended } = await import("../../../rules/index.js");
  await server.instantQuery("1");
  const own = await knownMetrics(server);
  const metrics = own ? combineMetrics(own, builtinMetrics) : builtinMetrics;
  return atPresent({ server, judgedBy: "tree", now: new Date(), rules: recommended, metrics });
}

/** The classroom when the next query is asked: the time of the demo cluster stands still, that of a server does not. */
export function atPresent(classroom: Classroom): Classroom {
  if (classroom.judgedBy === "result") return classroom;
  return { ...classroom, now: new Date(Math.floor(Date.now() / 1000) * 1000) };
}

/** What a server knows of its metrics. That it lacks those of an exercise is no mistake of the learner. */
async function knownMetrics(server: PrometheusClient): Promise<Metrics | undefined> {
  try {
    const { metric, all } = await serverMetrics(server);
    return { metric, all };
  } catch (error) {
    if (error instanceof PrometheusError) return undefined;
    throw error;
  }
}
