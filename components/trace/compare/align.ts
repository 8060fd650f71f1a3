/** A place in the alignment: an index on either side, or null where nothing is. */
type Pair = { a: number | null; b: number | null }

/**
 * Two lists laid side by side: what both have in the same order stands in one
 * row (a longest common subsequence), what only one has stands alone. Items are
 * the same when their keys are. Of an item and its repeats the first is taken
 * for the item, the later ones for repeats.
 */
export function align(a: readonly string[], b: readonly string[]): Pair[] {
  const matches = settleEarly(longestCommon(a, b), a, b)
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const match of [...matches, [a.length, b.length] as const]) {
    while (i < match[0]) pairs.push({ a: i++, b: null })
    while (j < match[1]) pairs.push({ a: null, b: j++ })
    if (i < a.length && j < b.length) pairs.push({ a: i++, b: j++ })
  }
  return pairs
}

type Match = readonly [a: number, b: number]

function longestCommon(a: readonly string[], b: readonly string[]): Match[] {
  const longest = table(a, b)
  const width = b.length + 1
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  const matches: Match[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length)
    if (a[i] === b[j]) matches.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return matches
}

/** For each two places, how much the rests of both lists have in common. */
function table(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j
      longest[here] =
        a[i] === b[j]
          ? (longest[here + width + 1] ?? 0) + 1
          : Math.max(longest[here + width] ?? 0, longest[here + 1] ?? 0)
    }
  return longest
}

/** Moves every match as far forward as the one before it allows. */
function settleEarly(
  matches: Match[],
  a: readonly string[],
  b: readonly string[],
): Match[] {
  let last: Match = [-1, -1]
  return matches.map(([i]) => {
    const key = a[i] ?? ''
    last = [a.indexOf(key, last[0] + 1), b.indexOf(key, last[1] + 1)]
    return last
  })
}
