/**
 * Takes a value for what a library's types ask for, where they ask for more
 * than the library reads. The tests beside the doors hold that it is enough.
 */
export function assume<Type>(value: unknown): asserts value is Type {
  if (value === undefined) throw new Error('There is nothing to assume')
}
