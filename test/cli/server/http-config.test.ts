import path from "node:path";
import { expect, test } from "vitest";
import { readHttpConfig } from "../../../src/cli/server/http-config.js";
import { folderWith } from "../folder.js";

test.each<[string, object]>([
  ["", { headers: {} }],
  ["{ follow_redirects: false, enable_http2: true, proxy_from_environment: true }", { headers: {} }],
  ["basic_auth: { username: jane, password: p }", { headers: {}, username: "jane", password: "p" }],
  [
    "basic_auth: { username_file: user, password_file: sub/password }",
    { headers: {}, username: "jane", password: "p" },
  ],
  ["basic_auth: { username: jane }", { headers: {}, username: "jane" }],
  ["authorization: { credentials: t }", { headers: {}, bearerToken: "t" }],
  ["authorization: { type: bearer, credentials_file: token }", { headers: {}, bearerToken: "t" }],
  ["authorization: { type: Token, credentials: t }", { headers: { Authorization: "Token t" } }],
  ["bearer_token: t", { headers: {}, bearerToken: "t" }],
  ["bearer_token_file: ./token", { headers: {}, bearerToken: "t" }],
  [
    "tls_config: { ca_file: ca, cert: c, key_file: sub/key, server_name: n, insecure_skip_verify: false }",
    { headers: {}, tls: { ca: "ca\n", cert: "c", key: "key\n", serverName: "n", insecureSkipVerify: false } },
  ],
  ["{ proxy_url: http://p, no_proxy: a }", { headers: {}, proxy: "http://p", noProxy: "a" }],
  ["{ proxy_url: '', no_proxy: a }", { headers: {}, noProxy: "a" }],
  [
    "http_headers: { X-A: { values: [a, b] }, X-B: { secrets: [c], files: [token] } }",
    { headers: { "X-A": "a, b", "X-B": "c, t" } },
  ],
  ["http_headers: { Authorization: { secrets: [Token t] } }", { headers: { Authorization: "Token t" } }],
])("%s", async (yaml, expected) => {
  const folder = folderWith({
    "http.yaml": yaml,
    user: "jane\n",
    "sub/password": "p\n",
    token: "t\n",
    ca: "ca\n",
    "sub/key": "key\n",
  });
  expect(await readHttpConfig(path.join(folder, "http.yaml"))).toEqual(expected);
});
