import type { PrometheusDriver } from "prometheus-query";
import { type ApiAnswer, readAnswer } from "./answer.js";
import { PrometheusError } from "./error.js";
import { faultOf, tooLong } from "./fault.js";

/** A server, and how it is asked. */
export interface Server {
  /** Free of credentials; they are in the headers. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for a request, from the connection to the last byte. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/** What the library cannot say of a request. */
export interface RequestDetails {
  /** Added to those that the library sends; `undefined` ones are not sent. */
  readonly parameters?: Readonly<Record<string, string | undefined>>;
  /** The path below `/api/v1/` in place of the library's. */
  readonly endpoint?: string;
}

/**
 * Sends one request through prometheus-query; throws a {@link PrometheusError}. The library addresses and sends it; the
 * answer is read here, since the library turns infinities into `NaN`, fails on native histograms and drops warnings.
 */
export async function ask(
  server: Server,
  request: (driver: PrometheusDriver) => Promise<unknown>,
  { parameters = {}, endpoint }: RequestDetails = {},
): Promise<ApiAnswer> {
  const { PrometheusConnectionOptions, PrometheusDriver } = await import("prometheus-query");
  const deadline = AbortSignal.timeout(server.timeout);
  const answers: ApiAnswer[] = [];

  const options = Object.assign(new PrometheusConnectionOptions(), {
    endpoint: server.address,
    headers: { ...server.headers },
    timeout: server.timeout,
    preferPost: true,
  });
  options.requestInterceptor = {
    onFulfilled(config) {
      config.signal = server.signal ? AbortSignal.any([server.signal, deadline]) : deadline;
      // A redirected POST loses its query, and a redirect may lead credentials elsewhere.
      config.maxRedirects = 0;
      config.maxContentLength = tooLong;
      config.validateStatus = () => true;
      if (endpoint !== undefined) config.url = endpoint;
      config.transformResponse = (body: unknown) => body;
      if (config.params instanceof URLSearchParams) {
        for (const [name, value] of Object.entries(parameters)) if (value !== undefined) config.params.set(name, value);
      }
      return config;
    },
  };
  options.responseInterceptor = {
    onFulfilled(response) {
      const body: unknown = response.data;
      const location: unknown = response.headers["location"];
      answers.push(
        readAnswer({
          server: server.address,
          endpoint: `/api/v1/${response.config.url ?? ""}`,
          status: response.status,
          body: typeof body === "string" ? body : "",
          location: typeof location === "string" ? location : undefined,
        }),
      );
      const nothing = response.config.url === "series" ? [] : { resultType: "vector", result: [] };
      response.data = { status: "success", data: nothing };
      return response;
    },
  };

  try {
    await request(new PrometheusDriver(options));
  } catch (error) {
    throw faultOf(error, server, deadline);
  }
  const [answer] = answers;
  if (!answer) throw new PrometheusError("unreachable", `${server.address} gave no answer`);
  return answer;
}
