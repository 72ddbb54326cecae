/**
 * Why a server gave no result. `bad-url`, `bad-options`: it was not asked. `unreachable`, `untrusted-certificate`, `timeout`, `cancelled`: no answer arrived.
 * `redirected`, `unauthorized`, `not-found`, `not-prometheus`, `unavailable`, `too-large`: an answer, but not the API's.
 * `bad-query`, `execution`: the server read the query and refused it, or failed while it ran.
 */
export type PrometheusErrorKind =
  | "bad-url"
  | "bad-options"
  | "unreachable"
  | "untrusted-certificate"
  | "timeout"
  | "cancelled"
  | "redirected"
  | "unauthorized"
  | "not-found"
  | "not-prometheus"
  | "unavailable"
  | "too-large"
  | "bad-query"
  | "execution";

/** Whether a single query may be the reason for an error; after any other error the next query fails likewise. */
export function mayBeOfOneQuery(kind: PrometheusErrorKind): boolean {
  return ofOneQuery.has(kind);
}

const ofOneQuery: ReadonlySet<PrometheusErrorKind> = new Set<PrometheusErrorKind>([
  "bad-query",
  "execution",
  "timeout",
  "too-large",
  "unavailable",
]);

/**
 * What went wrong between us and a server. The message is one printable line that names the server without
 * credentials and says what to do.
 */
export class PrometheusError extends Error {
  override readonly name = "PrometheusError";
  readonly kind: PrometheusErrorKind;
  readonly httpStatus: number | undefined;
  /** The server's own words as they came, control characters included. */
  readonly serverSays: string | undefined;
  /** Node's name for what broke the connection, such as `ECONNRESET`. */
  readonly code: string | undefined;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(kind: PrometheusErrorKind, message: string, details: PrometheusErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.httpStatus = details.httpStatus;
    this.serverSays = details.serverSays;
    this.code = details.code;
    this.retryAfter = details.retryAfter;
  }
}

/** An error of what connecting was told. */
export function badOptions(message: string): PrometheusError {
  return new PrometheusError("bad-options", message);
}

/** What is known of a failure besides its kind and its message. */
export interface PrometheusErrorDetails {
  readonly httpStatus?: number | undefined;
  readonly serverSays?: string | undefined;
  readonly code?: string | undefined;
  readonly retryAfter?: number | undefined;
}
