import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Served, startServed } from "../../cli/serving/served.js";
import { describeNeeding } from "../../live/needs.js";

/** Opens the page as somebody does who visits it for the first time. */
export interface Visitors {
  /** Opens the page at a place such as `#/playground`, by itself at the first lesson. */
  readonly open: (place?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Where the page is served, without the slash at the end. */
  readonly url: () => string;
  /** Lets the pages of this test ask one more server, at a URL such as `http://127.0.0.1:9090`. */
  readonly allow: (origin: string) => void;
}

/**
 * A suite in headless Chromium, on the page as the built command serves it. After each test it fails where the page wrote
 * an error or a warning, threw one, or asked another server. Without a browser it is skipped and says so; where CI=true it
 * fails instead.
 */
export function describePage(name: string, suite: (visitors: Visitors) => void): void {
  const program = installedBrowser();
  const missing = program === undefined ? "no Chromium is found: PROMQL_CHROMIUM_BIN names one" : undefined;
  describeNeeding(name, missing, () => {
    let served: Served;
    let browser: Browser;
    let contexts: BrowserContext[] = [];
    let troubles: string[] = [];
    let allowed: string[] = [];

    beforeAll(async () => {
      [served, browser] = await Promise.all([
        startServed(["learn", "--web", "--port", "0"]),
        chromium.launch({ args: flags, ...(program !== undefined && { executablePath: program }) }),
      ]);
    });
    afterAll(() => Promise.all([browser.close(), served.end()]));
    afterEach(async () => {
      const [found, opened] = [troubles, contexts];
      [troubles, contexts, allowed] = [[], [], []];
      await Promise.all(opened.map((context) => context.close()));
      expect(found).toEqual([]);
    });

    suite({
      url: () => served.url,
      allow: (origin) => void allowed.push(origin),
      async open(place = "", options = {}) {
        const context = await browser.newContext({ viewport: desktop, ...options });
        contexts.push(context);
        context.setDefaultTimeout(patience);
        context.on("console", (message) => {
          if (["error", "warning"].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
        });
        context.on("weberror", (error) => troubles.push(`thrown: ${error.error().message}`));
        context.on("request", (request) => {
          const { protocol, origin } = new URL(request.url());
          const isOwn = protocol === "data:" || protocol === "blob:" || [served.url, ...allowed].includes(origin);
          if (!isOwn) troubles.push(`asked ${request.url()}`);
        });
        const page = await context.newPage();
        await page.goto(`${served.url}/${place}`);
        return page;
      },
    });
  });
}

/** A screen of a computer. */
export const desktop = { width: 1280, height: 900 };

/** A screen of a phone. */
export const phone = { width: 360, height: 740 };

/** How long anything is waited for, on a machine under load, in milliseconds. */
const patience = 20_000;

/** For a browser that runs as any user, in a container too, and asks nothing by itself. */
const flags = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

/** The program of a browser of this machine. */
function installedBrowser(): string | undefined {
  const named = process.env["PROMQL_CHROMIUM_BIN"];
  if (named !== undefined && named !== "") return named;
  const folders = ["/usr/bin", ...(process.env["PATH"] ?? "").split(path.delimiter)];
  return folders.map((folder) => path.join(folder, "chromium")).find((file) => existsSync(file));
}
