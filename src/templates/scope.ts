/** Variables and what is known of each; a later one of the same name hides an earlier one. */
export class Scope<V> {
  private readonly names: string[] = [];
  private readonly values = new Map<string, V[]>();

  constructor(variables: Iterable<readonly [string, V]>) {
    for (const [name, value] of variables) this.declare(name, value);
  }

  /** What is known of a variable; `undefined` where there is none. */
  find(name: string): V | undefined {
    return this.values.get(name)?.at(-1);
  }

  /** Adds a variable. */
  declare(name: string, value: V): void {
    this.names.push(name);
    const values = this.values.get(name);
    if (values) values.push(value);
    else this.values.set(name, [value]);
  }

  /** Changes what is known of the variable that is seen under a name; `false` where there is none. */
  assign(name: string, value: V): boolean {
    const values = this.values.get(name);
    if (!values || values.length === 0) return false;
    values[values.length - 1] = value;
    return true;
  }

  /** How many variables there are, for {@link release}. */
  get size(): number {
    return this.names.length;
  }

  /** Removes those that have been declared since there were `size`. */
  release(size: number): void {
    for (const name of this.names.splice(size).toReversed()) this.values.get(name)?.pop();
  }
}
