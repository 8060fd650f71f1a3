import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { root } from './child.mjs'

/**
 * Keeps one of all chunks of the server that hold the same code. Turbopack
 * writes a copy for each way in which a chunk is reached, under a name of its
 * own: without this, forty doors would each bring the same 430 kB along, to a
 * function and into memory (docs/decisions/0053).
 */
const server = join(root, '.next', 'server')
const files = readdirSync(server, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.js(on)?$/.test(entry.name))
  .map(({ parentPath, name }) => relative(server, join(parentPath, name)))
  .sort()

/** By its folder and its code, the first file that has it. */
const firsts = new Map()
const others = new Map()
for (const name of files.filter((name) => /^chunks[\\/].*\.js$/.test(name))) {
  const code = read(name).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '')
  const key = `${dirname(name)}\n${code}`
  const first = firsts.get(key)
  if (first === undefined) firsts.set(key, name)
  else others.set(basename(name), { name, first: basename(first) })
}

const copies = new Set([...others.values()].map(({ name }) => name))
if (copies.size > 0) nameFirsts(files.filter((name) => !copies.has(name)))
for (const name of copies)
  for (const file of [name, `${name}.map`])
    rmSync(join(server, file), { force: true })

/** Where a file names a copy, it names the first instead. */
function nameFirsts(kept) {
  const names = [...others.keys()].map(escape)
  const anyName = new RegExp(
    `(?<=[\\\\/"'])(?:${names.join('|')})(?=["'])`,
    'g',
  )
  for (const name of kept) {
    const text = read(name)
    const shared = text.replace(anyName, (copy) => others.get(copy).first)
    if (shared === text) continue
    writeFileSync(
      join(server, name),
      name.endsWith('.nft.json') ? once(shared) : shared,
    )
  }
}

function read(name) {
  return readFileSync(join(server, name), 'utf8')
}

/** A list of a function's files, each named once. */
function once(text) {
  const trace = JSON.parse(text)
  return JSON.stringify({ ...trace, files: [...new Set(trace.files)] })
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
