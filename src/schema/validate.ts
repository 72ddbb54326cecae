import { patternMistake } from "../promql/regex.js";
import type { Fault } from "./fault.js";

/** Data as its schema says that it is, or what it has otherwise. */
export type Validated<T> = { readonly value: T } | { readonly faults: readonly Fault[] };

/** Holds data against a JSON Schema (2020-12), of which `T` is the type. */
export async function validateData<T>(data: unknown, schema: object): Promise<Validated<T>> {
  validator ??= createValidator();
  const validate = (await validator).compile<T>(schema);
  if (validate(data)) return { value: data };
  const { faultsOf } = await import("./faults.js");
  return { faults: faultsOf(validate.errors ?? [], schema) };
}

/** One for all, since it keeps what it has compiled: a schema is met once for each file that it describes. */
let validator: ReturnType<typeof createValidator> | undefined;

async function createValidator() {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const re2 = (pattern: string): boolean => patternMistake(pattern) === undefined;
  return new Ajv2020({ allErrors: true, verbose: true, formats: { re2 }, ...asTheyAre });
}

/** The schemas are our own and met once a run: neither checking them nor tidying what is compiled of them pays. */
const asTheyAre = { validateSchema: false, meta: false, code: { optimize: false } };
