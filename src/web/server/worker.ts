import { demoServer } from "../../embedded/demo-server.js";
import type { EmbeddedServer } from "../../embedded/embedded-server.js";
import { PrometheusError } from "../../prometheus/error.js";
import type { Failure, Question, Reply } from "./messages.js";

let server: EmbeddedServer | undefined;

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void answer(data).then((reply) => postMessage(reply));
});

async function answer({ id, method, args }: Question): Promise<Reply> {
  try {
    server ??= demoServer();
    const ask = server[method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id, value: await ask(...args) };
  } catch (error) {
    return { id, error: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof PrometheusError)) return { kind: "execution", message: `the query failed: ${String(error)}` };
  const { kind, message, serverSays } = error;
  return { kind, message, ...(serverSays !== undefined && { serverSays }) };
}
