/** Where a server is and how to ask it. */
export interface ConnectOptions {
  /** With scheme; a path is kept as prefix, and `user:password@` becomes basic authentication. */
  readonly url: string;
  /** Sent with every request, such as `X-Scope-OrgID`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `Authorization: Bearer …`. */
  readonly bearerToken?: string;
  /** For basic authentication, with `password`; it wins over that of the URL. */
  readonly username?: string;
  readonly password?: string;
  readonly tls?: TlsOptions;
  /**
   * The URL of an HTTP proxy, or false for none. Where it is missing, the environment names it: `HTTP_PROXY`,
   * `HTTPS_PROXY` and `ALL_PROXY`, but for the hosts of `NO_PROXY` and for this machine.
   */
  readonly proxy?: string | false;
  /** Hosts that are asked without the proxy, written as in `NO_PROXY`, in place of it. */
  readonly noProxy?: string;
  /** Milliseconds for an answer with all tries that it takes, 10,000 unless given. */
  readonly timeout?: number;
  /** How often a request is sent again where the server is overloaded or cuts the connection, 3 unless given. */
  readonly retries?: number;
  /** Bytes of an answer that are too many, 64 MiB unless given. */
  readonly maxBytes?: number;
  /** Ends every request of the client. */
  readonly signal?: AbortSignal;
}

/** How a server proves who it is, and the client to it; certificates and keys are PEM texts. */
export interface TlsOptions {
  /** The authorities that are trusted, in place of those that Node trusts. */
  readonly ca?: string;
  /** The client's certificate, with `key`. */
  readonly cert?: string;
  readonly key?: string;
  /** The name for which the server's certificate must be, in place of the URL's host. */
  readonly serverName?: string;
  /** Trusts any certificate, so anybody in between can read and change everything. */
  readonly insecureSkipVerify?: boolean;
}
