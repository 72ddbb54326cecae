import { duration, text } from "./schema-kinds.js";

const path = (description: string): object => ({ ...text, description });
const variable = (description: string): object => ({
  type: "string",
  pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
  description,
});

/** The JSON Schema of servers by name. A secret cannot be written into it. */
export const serversSchema = {
  type: "object",
  description: "Servers by the names that `--server` takes. Those of the working folder hold.",
  propertyNames: { pattern: "^[A-Za-z0-9_.-]{1,100}$" },
  additionalProperties: {
    type: "object",
    description: "Where a server is, and how it is asked.",
    additionalProperties: false,
    required: ["url"],
    properties: {
      url: {
        type: "string",
        pattern: "^https?://[^/?#@]+(/[^?#@]*)?$",
        description: "Its address, such as `https://prometheus.example.org/prefix`, without user and password.",
      },
      headers: {
        type: "object",
        description: "What is sent with every request, such as `X-Scope-OrgID`; no secrets, so no `Authorization`.",
        propertyNames: {
          pattern: "^(?![Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]$)[!#$%&'*+.^_`|~0-9A-Za-z-]+$",
        },
        additionalProperties: { type: "string", description: "The value of a header." },
      },
      username: {
        ...text,
        description: "The user who asks; the variable `PROMQL_LINT_PASSWORD` may hold the password.",
      },
      passwordFile: path("The file with the password of that user."),
      passwordEnv: variable("The variable of the environment that holds that password."),
      bearerTokenFile: path("The file with a token."),
      bearerTokenEnv: variable("The variable of the environment that holds a token."),
      httpConfigFile: path("A file with credentials, certificates and proxy as promtool takes it."),
      tls: {
        type: "object",
        description: "Certificates, by the files that hold them.",
        additionalProperties: false,
        properties: {
          ca: path("The authorities that are trusted, in place of those that Node trusts."),
          cert: path("The certificate that is shown to the server."),
          key: path("The key of that certificate."),
          serverName: { ...text, description: "The name for which the server's certificate must be." },
          insecureSkipVerify: { type: "boolean", description: "Whether any certificate of the server is trusted." },
        },
      },
      proxy: {
        type: "string",
        pattern: "^https?://[^/?#@]+/?$",
        description: "The URL of the proxy through which it is asked, without user and password.",
      },
      timeout: { ...duration, description: "How long an answer may take: a duration such as `30s`." },
    },
  },
};
