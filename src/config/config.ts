import type { RuleSetting } from "../lint/config.js";
import type { Rule, Use } from "../lint/rule.js";
import type { Severity } from "../syntax/problem.js";
import type { PrometheusTarget } from "../promql/features.js";

/** Settings of rules by id. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** What may be said of all files, or of some. */
export interface FileConfig {
  readonly rules?: RuleSettings;
  readonly use?: Use;
  readonly prometheus?: PrometheusTarget;
  /** A duration such as `30s`. */
  readonly scrapeInterval?: string;
  /** Paths of texts that exporters serve. */
  readonly metrics?: readonly string[];
  /** How bad a comment is that turns a rule off and suppresses nothing. */
  readonly reportUnusedDisableDirectives?: Severity | "off";
  readonly requireDisableReason?: boolean;
}

/** What holds for the files that match; what stands later wins. */
export interface Override extends FileConfig {
  readonly files: string | readonly string[];
  readonly excludedFiles?: string | readonly string[];
}

/** A configuration as it is written: the type of {@link configSchema}. */
export interface Config extends FileConfig {
  readonly $schema?: string;
  readonly extends?: string | readonly string[];
  readonly overrides?: readonly Override[];
  readonly ignorePatterns?: readonly string[];
  readonly maxWarnings?: number;
  /** The path of the file with the findings that are not reported. */
  readonly baseline?: string;
  readonly servers?: Readonly<Record<string, ConfiguredServer>>;
}

/** A server that has a name. Files are paths, and a secret stands in a file or in a variable of the environment. */
export interface ConfiguredServer {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly username?: string;
  readonly passwordFile?: string;
  readonly passwordEnv?: string;
  readonly bearerTokenFile?: string;
  readonly bearerTokenEnv?: string;
  readonly httpConfigFile?: string;
  readonly tls?: {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly serverName?: string;
    readonly insecureSkipVerify?: boolean;
  };
  readonly proxy?: string;
  /** A duration such as `30s`. */
  readonly timeout?: string;
}

/** One of the configurations that hold together: that of a file, or one that it extends. */
export interface ConfigLayer {
  /** The path of its file, or the name of a preset. */
  readonly name: string;
  /** Its paths and patterns are relative to this folder. */
  readonly folder: string;
  readonly config: Config;
  /** Says where the value to which the keys lead is written, such as `.promql-lintrc.yaml:3:5`. */
  readonly placeOf?: (keys: readonly string[]) => string;
}

/** What holds for a file: layers, from the one that gives way to the one that wins, and the rules that they know. */
export interface Configuration {
  readonly layers: readonly ConfigLayer[];
  readonly rules: readonly Rule[];
}

/** The texts of a value that may be one text or a list. */
export function textsOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
