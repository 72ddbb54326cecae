import { demoNow } from "../../embedded/demo-now.js";
import type { EmbeddedServer } from "../../embedded/embedded-server.js";
import { builtinMetrics } from "../../metrics/builtin.js";
import type { PrometheusClient } from "../../prometheus/index.js";
import type { Classroom } from "../../tutorial/classroom.js";
import { classroomOf } from "../../tutorial/server-classroom.js";

/** The demo cluster, which is simulated when it is asked first. */
export async function demoClassroom(): Promise<Classroom> {
  const [{ demoServer }, { recommended }] = await Promise.all([
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
  return classroomOf(server, recommended);
}
