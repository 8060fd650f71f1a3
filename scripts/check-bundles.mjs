import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.mjs'

/**
 * Fails a build whose browser bundles hold what belongs to the server: the
 * source that traces lead to, the notes of the steps. Pages carry the few of
 * them that they show; a chunk with all of them would weigh on every visit.
 */
const sources = JSON.parse(
  readFileSync(join(root, 'tracing', 'sources.json'), 'utf8'),
)
const needles = [
  ...Object.values(sources).map((lines) => longest(lines.flat())),
  ...readFiles(join(root, 'content', 'steps'), '.mdx').map((note) =>
    longest(note.split('\n')),
  ),
]
const chunks = readFiles(join(root, '.next', 'static'), '.js').join('\n')
const found = needles.filter((text) => chunks.includes(text))
if (chunks === '' || needles.length < 100)
  throw new Error('There is nothing to look at: was this called after a build?')
if (found.length > 0)
  throw new Error(`The browser would be sent what is the server's: ${found[0]}`)

/** A text long enough to stand nowhere else, of letters no bundler rewrites. */
function longest(texts) {
  const runs = texts.flatMap((text) => text.match(/[\w ,.:;()]+/g) ?? [])
  return runs.reduce((a, b) => (b.length > a.length ? b : a), '')
}

function readFiles(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
