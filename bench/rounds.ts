export const roundCount = 5

/**
 * Measures each of several things once a round, turn and turn about: what
 * else the machine does then falls on all of them alike.
 */
export async function alternate<Name extends string, Measured>(
  names: readonly Name[],
  measure: (name: Name) => Promise<Measured>,
): Promise<Record<Name, Measured[]>> {
  const measured = Object.fromEntries(
    names.map((name) => [name, []]),
  ) as unknown as Record<Name, Measured[]>
  for (let round = 0; round < roundCount; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed())
      measured[name].push(await measure(name))
  return measured
}
