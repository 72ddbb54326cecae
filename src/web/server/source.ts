import type { Metrics } from "../../metrics/metrics.js";
import type { Classroom } from "../../tutorial/classroom.js";
import type { PageServer } from "./page-server.js";

/** Where queries are asked, and what is known there: the demo cluster, or a server of the reader. */
export interface Source extends Omit<Classroom, "server" | "now"> {
  readonly server: PageServer;
  readonly metrics: Metrics;
  /** The moment that counts as now. */
  readonly now: () => Date;
}
