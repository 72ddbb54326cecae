/** How many arguments a function takes. */
export interface TemplateFunction {
  readonly min: number;
  /** Missing where there may be any number. */
  readonly max?: number;
}

const one: TemplateFunction = { min: 1, max: 1 };
const two: TemplateFunction = { min: 2, max: 2 };
const none: TemplateFunction = { min: 0, max: 0 };
const any: TemplateFunction = { min: 0 };

/**
 * The functions of templates of rules: those of Go, and those that Prometheus adds.
 * Sources: https://pkg.go.dev/text/template#hdr-Functions
 * and https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
const functions: ReadonlyMap<string, TemplateFunction> = new Map(
  Object.entries({
    and: { min: 1 },
    call: { min: 1 },
    html: any,
    index: { min: 1 },
    slice: { min: 1 },
    js: any,
    len: one,
    not: one,
    or: { min: 1 },
    print: any,
    printf: { min: 1 },
    println: any,
    urlquery: any,
    eq: { min: 2 },
    ne: two,
    lt: two,
    le: two,
    gt: two,
    ge: two,

    query: one,
    first: one,
    label: two,
    value: one,
    strvalue: one,
    sortByLabel: two,
    args: any,
    reReplaceAll: { min: 3, max: 3 },
    safeHtml: one,
    match: two,
    title: one,
    toUpper: one,
    toLower: one,
    graphLink: one,
    tableLink: one,
    stripPort: one,
    stripDomain: one,
    humanize: one,
    humanize1024: one,
    humanizeDuration: one,
    humanizePercentage: one,
    humanizeTimestamp: one,
    toTime: one,
    toDuration: one,
    now: none,
    parseDuration: one,
    pathPrefix: none,
    externalURL: none,
    urlQueryEscape: one,
  } satisfies Record<string, TemplateFunction>),
);

/** What is known of a function of templates; nothing where there is none of this name. */
export function templateFunction(name: string): TemplateFunction | undefined {
  return functions.get(name);
}

/** The names of all functions of templates. */
export const templateFunctionNames: readonly string[] = [...functions.keys()];
