import type { Rule } from "../lint/rule.js";
import { builtinMetrics } from "../metrics/builtin.js";
import { combineMetrics, type Metrics } from "../metrics/metrics.js";
import { PrometheusError } from "../prometheus/error.js";
import type { PrometheusClient } from "../prometheus/index.js";
import { serverMetrics } from "../prometheus/metrics.js";
import type { Classroom } from "./classroom.js";

/** A server of the learner, at the present moment. Rejects with a `PrometheusError` where it cannot be asked. */
export async function classroomOf(server: PrometheusClient, rules: readonly Rule[]): Promise<Classroom> {
  await server.instantQuery("1");
  const own = await knownMetrics(server);
  const metrics = own ? combineMetrics(own, builtinMetrics) : builtinMetrics;
  return { server, judgedBy: "tree", now: presentSecond(), rules, metrics };
}

/** The classroom when the next query is asked: the time of the demo cluster stands still, that of a server does not. */
export function atPresent(classroom: Classroom): Classroom {
  return classroom.judgedBy === "result" ? classroom : { ...classroom, now: presentSecond() };
}

/** The present moment, in whole seconds. */
export function presentSecond(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000);
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
