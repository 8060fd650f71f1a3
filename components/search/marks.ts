/** A stretch of text; marked where it is a word that was asked for. */
type Stretch = { text: string; isMarked: boolean }

/** The text in stretches, with the words marked where they begin a word. */
export function markWords(text: string, words: readonly string[]): Stretch[] {
  const pattern = patternFor(words)
  if (!pattern) return [{ text, isMarked: false }]
  return text
    .split(pattern)
    .map((stretch, at) => ({ text: stretch, isMarked: at % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** The part of a text around the first of the words, cut between words. */
export function excerptOf(
  text: string,
  words: readonly string[],
  most = 130,
): string {
  if (text.length <= most) return text
  const at = text.search(patternFor(words) ?? /^/)
  const wanted = Math.max(0, at - most / 3)
  const from = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const rest = text.slice(from)
  const end = rest.length <= most ? rest.length : rest.lastIndexOf(' ', most)
  return [
    from > 0 ? '… ' : '',
    rest.slice(0, end < 0 ? most : end),
    end < rest.length ? ' …' : '',
  ].join('')
}

/** One group, so that split() gives what is marked at every second place. */
function patternFor(words: readonly string[]): RegExp | null {
  const known = words.filter((word) => word !== '')
  if (known.length === 0) return null
  const either = [...known]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|')
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(${either})`, 'giu')
}
