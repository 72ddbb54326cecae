/** A file of promtool's `--http.config.file`, as far as it is supported. */
export interface HttpConfig {
  readonly basic_auth?: {
    readonly username?: string;
    readonly username_file?: string;
    readonly password?: string;
    readonly password_file?: string;
  };
  readonly authorization?: {
    readonly type?: string;
    readonly credentials?: string;
    readonly credentials_file?: string;
  };
  readonly bearer_token?: string;
  readonly bearer_token_file?: string;
  readonly tls_config?: {
    readonly ca?: string;
    readonly ca_file?: string;
    readonly cert?: string;
    readonly cert_file?: string;
    readonly key?: string;
    readonly key_file?: string;
    readonly server_name?: string;
    readonly insecure_skip_verify?: boolean;
  };
  readonly proxy_url?: string;
  readonly no_proxy?: string;
  readonly http_headers?: Readonly<Record<string, HeaderValues>>;
}

/** The values of a header, as they are and out of files. */
export interface HeaderValues {
  readonly values?: readonly string[];
  readonly secrets?: readonly string[];
  readonly files?: readonly string[];
}

const text = (description: string): object => ({ type: "string", description });
const flag = (description: string): object => ({ type: "boolean", description });
const texts = (description: string): object => ({ type: "array", items: { type: "string" }, description });
const object = (description: string, properties: object): object => ({
  type: "object",
  description,
  additionalProperties: false,
  properties,
});

/** The JSON Schema of a {@link HttpConfig}. */
export const httpConfigSchema: object = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  description: "the HTTP client configuration of promtool",
  additionalProperties: false,
  properties: {
    basic_auth: object("A user and a password.", {
      username: text("The user."),
      username_file: text("A file with the user."),
      password: text("The password."),
      password_file: text("A file with the password."),
    }),
    authorization: object("What is sent as the header `Authorization`.", {
      type: text("The word before the credentials, `Bearer` unless given."),
      credentials: text("A token."),
      credentials_file: text("A file with a token."),
    }),
    bearer_token: text("A token."),
    bearer_token_file: text("A file with a token."),
    tls_config: object("Certificates.", {
      ca: text("The authorities that are trusted, as PEM."),
      ca_file: text("A file with the authorities that are trusted."),
      cert: text("The client's certificate, as PEM."),
      cert_file: text("A file with the client's certificate."),
      key: text("The client's key, as PEM."),
      key_file: text("A file with the client's key."),
      server_name: text("The name for which the server's certificate must be."),
      insecure_skip_verify: flag("Whether any certificate of the server is trusted."),
    }),
    proxy_url: text("The URL of a proxy."),
    no_proxy: text("Hosts that are asked without the proxy."),
    proxy_from_environment: flag("Whether the environment names a proxy: it does unless `proxy_url` is given."),
    follow_redirects: flag("Nothing: redirects are never followed."),
    enable_http2: flag("Nothing: HTTP/1.1 is spoken."),
    http_headers: {
      type: "object",
      description: "Headers by name.",
      additionalProperties: object("The value of a header.", {
        values: texts("Values that anybody may see."),
        secrets: texts("Values that nobody may see."),
        files: texts("Files with values."),
      }),
    },
  },
};

/** What promtool knows and is not supported, by the way to it; with what to do. */
export const unsupported: Readonly<Record<string, string>> = {
  oauth2: "fetch a token before, and name its file in `authorization`",
  proxy_connect_header: "give the proxy's user in `proxy_url`",
  "tls_config.min_version": "leave it out: TLS 1.2 and 1.3 are spoken",
  "tls_config.max_version": "leave it out: TLS 1.2 and 1.3 are spoken",
};
