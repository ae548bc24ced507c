// Drops undefined values, for components that tell "not given" from "given as undefined".

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** `{a: 1, b: undefined}` becomes `{a: 1}`, in value and in type. */
export function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
