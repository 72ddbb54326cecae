import type { Rule } from "../../lint/rule.js";
import { clientOf, type PrometheusClient } from "../../prometheus/client.js";
import { PrometheusError } from "../../prometheus/error.js";
import { serverOf } from "../../prometheus/server.js";
import { parseServerUrl } from "../../prometheus/server-url.js";
import { classroomOf, presentSecond } from "../../tutorial/server-classroom.js";
import type { PageServer } from "./page-server.js";
import type { Source } from "./source.js";

/** Bytes of an answer that a page reads. */
const maxBytes = 16 * 1024 * 1024;

/** Milliseconds for an answer. */
const timeout = 30_000;

/**
 * A server of the reader, which is asked once. `page` is the protocol of the page. Rejects with a `PrometheusError` where it
 * is none, or where a browser is not let to it.
 */
export async function ownSource(url: string, rules: readonly Rule[], page: string): Promise<Source> {
  const { address } = parseServerUrl(url);
  if (page === "https:" && !isLetThrough(new URL(address))) throw new PrometheusError("bad-url", mixedContent);
  const { server, client } = ownServer(url);
  const classroom = await classroomOf(client(), rules);
  return { ...classroom, server, now: presentSecond };
}

const mixedContent =
  "this page came by https, so the browser lets it ask no server by http, unless it runs on this machine: give the server's https address, or serve the page by `promql-lint learn --web`";

/** https://www.w3.org/TR/mixed-content/#mixed-content */
function isLetThrough({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** A server that can be stopped: the signal that ends what was asked is replaced for what is asked next. */
function ownServer(url: string): { readonly server: PageServer; readonly client: () => PrometheusClient } {
  let open = new AbortController();
  let client = clientWith(open.signal);

  function clientWith(signal: AbortSignal): PrometheusClient {
    return clientOf(serverOf({ url, signal, maxBytes, timeout, retries: 1 }));
  }

  return {
    client: () => client,
    server: {
      name: client.url,
      instantQuery: (...asked) => client.instantQuery(...asked),
      rangeQuery: (...asked) => client.rangeQuery(...asked),
      labelNames: (...asked) => client.labelNames(...asked),
      labelValues: (...asked) => client.labelValues(...asked),
      targets: () => client.targets(),
      stop() {
        open.abort();
        open = new AbortController();
        client = clientWith(open.signal);
      },
    },
  };
}
