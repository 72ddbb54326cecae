import { demoServer } from "../../embedded/demo-server.js";
import type { EmbeddedServer } from "../../embedded/embedded-server.js";
import { answerTo } from "./answer-to.js";
import type { Question } from "./messages.js";

/** A browser has less memory, and less patience, than a command. */
const limits = { maxSamples: 4_000_000, timeout: 10_000 };

let server: EmbeddedServer | undefined;

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  server ??= demoServer({ limits });
  void answerTo(data, server).then((reply) => postMessage(reply));
});
