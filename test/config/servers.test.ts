import { describe, expect, test } from "vitest";
import { validateConfig } from "../../src/config/validate-config.js";

const url = "https://prometheus.example.org/prefix";

describe("servers of a configuration", () => {
  test.each<[string, object]>([
    ["a URL alone", { url }],
    ["a port", { url: "http://localhost:9090" }],
    ["headers", { url, headers: { "X-Scope-OrgID": "a", "Authorization-Hint": "b", Auth: "c" } }],
    [
      "everything else",
      { url, username: "a", passwordFile: "b", tls: { ca: "c", insecureSkipVerify: true }, timeout: "30s" },
    ],
  ])("may have %s", async (_, server) => {
    expect(await validateConfig({ servers: { "prod-1.eu": server } }, [])).toHaveProperty("value");
  });

  test.each<[string, string, object, string]>([
    ["no URL", "prod", {}, "`prod` lacks the key `url`"],
    ["a user in the URL", "prod", { url: "https://jane:sekret@example.org" }, "`url` is not written as it must be"],
    ["a token in the URL", "prod", { url: "https://example.org/?token=sekret" }, "`url` is not written as it must be"],
    ["a password", "prod", { url, password: "sekret" }, "`prod` has no key `password`"],
    ["a token", "prod", { url, bearerToken: "sekret" }, "`prod` has no key `bearerToken`"],
    [
      "a header with a secret",
      "prod",
      { url, headers: { AUTHORIZATION: "sekret" } },
      "`headers` is not written as it must be",
    ],
    ["a proxy with a user", "prod", { url, proxy: "http://jane:sekret@proxy" }, "`proxy` is not written as it must be"],
    ["no variable", "prod", { url, passwordEnv: "$PASSWORD" }, "`passwordEnv` is not written as it must be"],
    ["no duration", "prod", { url, timeout: 30 }, "`timeout` is not a text"],
    ["a name with a colon", "localhost:9090", { url }, "`servers` is not written as it must be"],
  ])("may not have %s", async (_, name, server, message) => {
    const checked = await validateConfig({ servers: { [name]: server } }, []);
    const faults = "faults" in checked ? checked.faults : [];
    expect(faults[0]?.message).toBe(message);
    expect(JSON.stringify(faults)).not.toContain("sekret");
  });
});
