/** A name in the forms in which code and prose spell it. */
export type Names = {
  /** `hash-table`: folders, addresses. */
  kebab: string
  /** `hashTable`: functions. */
  camel: string
  /** `HashTable`: components, schemas. */
  pascal: string
  /** `hash table`: within a sentence. */
  words: string
  /** `Hash table`: at its beginning. */
  title: string
}

const form = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const longest = 30

/** What is wrong with a name, kindly; null for a good one. */
export function faultOf(
  name: string | undefined,
  taken: readonly string[],
  kind: 'lab' | 'chapter',
): string | null {
  if (name === undefined || name === '')
    return `Which name shall the ${kind} have? Try: npm run new:${kind} ${examples[kind]}`
  if (!form.test(name))
    return `“${name}” cannot be a folder, an address and a name in code at once. Lower-case words with a hyphen between them can, such as “${suggest(name) || examples[kind]}”.`
  if (name.length > longest)
    return `“${name}” is ${name.length} letters long. With ${longest} or fewer it fits where it is shown.`
  if (taken.includes(name))
    return `There is a ${kind} called “${name}” already. Every ${kind} has a name of its own.`
  return null
}

const examples = { lab: 'hash-table', chapter: 'caching' }

function suggest(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, longest)
    .replace(/-$/, '')
}

export function namesOf(kebab: string): Names {
  const parts = kebab.split('-')
  const pascal = parts.map(capital).join('')
  const words = parts.join(' ')
  return {
    kebab,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    words,
    title: capital(words),
  }
}

/** The one step that no other lab takes. */
export function stepOf({ words }: Names): string {
  return `answer ${words}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
