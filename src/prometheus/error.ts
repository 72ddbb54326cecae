/**
 * Why a server gave no result. `unreachable`, `untrusted-certificate`, `timeout`, `cancelled`: no answer arrived.
 * `redirected`, `unauthorized`, `not-found`, `not-prometheus`, `unavailable`, `too-large`: an answer, but not the API's.
 * `bad-query`, `execution`: the server read the query and refused it, or failed while it ran.
 */
export type PrometheusErrorKind =
  | "bad-url"
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

  constructor(
    kind: PrometheusErrorKind,
    message: string,
    details: { readonly httpStatus?: number; readonly serverSays?: string } = {},
  ) {
    super(message);
    this.kind = kind;
    this.httpStatus = details.httpStatus;
    this.serverSays = details.serverSays;
  }
}
