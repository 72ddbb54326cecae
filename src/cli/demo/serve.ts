import type { Demo } from "../../demo/index.js";
import { type Place, serve, type Serving } from "../serving/serve.js";
import { createPages } from "./pages.js";

/** Serves a demo over HTTP. `clock` tells the time, in milliseconds since 1970. */
export function startServing(demo: Demo, place: Place, clock: () => number = Date.now): Promise<Serving> {
  const pages = createPages(demo);
  const name = "the demo";
  return serve(
    { name, find: ({ path, host, address }) => pages.get(path)?.({ address: named(host) ?? address, time: clock() }) },
    place,
  );
}

/** Under which address this server was asked, if that is one: in a container, `host.docker.internal:9190`. */
function named(host: string): string | undefined {
  return /^(?:[a-z\d.-]{1,253}|\[[a-f\d:.]{2,45}\])(?::\d{1,5})?$/i.test(host) ? host : undefined;
}
