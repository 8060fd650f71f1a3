/**
 * From a span to the source that ran: walks the doors of the backend, finds
 * every `step('…', () => work())` and every call out that the work leads to.
 * tracing/regions.json says where each stands and what its SHA-256 is, and
 * tracing/sources.json holds the text, highlighted. The build imports both, so
 * nothing reads sources or stack traces at run time.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { CodeRegion } from '@/contracts/trace'
import { encodeLine } from '@/tracing/source-lines'
import { makeHighlighter } from './highlight'
import { quoteAll, type Quoted } from './quote-code'
import { RegionBook } from './region-book'
import { DoorWalk, type Door, type Steps } from './walk-doors'

export type Manifest = {
  regions: CodeRegion[]
  doors: Record<string, Door>
  /** The steps that any door may take before its own. */
  everyDoor: Steps
}

/** The manifest of a checkout. Throws when a span could lead to two places. */
export function makeManifest(root: string): Manifest {
  return walk(root).manifest
}

function walk(root: string) {
  const doors = doorFiles(root)
  const endpoint = join(root, 'server', 'http', 'endpoint.ts')
  const program = programOf(root, [...doors, endpoint])
  const checker = program.getTypeChecker()
  const book = new RegionBook(root, checker)
  const walk = new DoorWalk(root, checker, book)
  for (const file of doors) {
    const source = program.getSourceFile(file)
    if (source) walk.readDoors(source)
  }
  const common = program.getSourceFile(endpoint)
  const everyDoor = common ? walk.stepsIn(common) : {}
  const manifest = { regions: book.regions, doors: walk.doors, everyDoor }
  return { manifest, book, program }
}

/** A program of our own files: what packages declare is never looked at. */
function programOf(root: string, files: string[]): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    paths: { '@/*': [`${root}/*`] },
    resolveJsonModule: true,
    noLib: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      /^(@\/|\.)/.test(text)
        ? ts.resolveModuleName(text, from, options, host)
        : { resolvedModule: undefined },
    )
  return ts.createProgram(files, options, host)
}

function doorFiles(root: string): string[] {
  const folders = ['app/api', 'labs']
  return folders.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true })
        .map((name) => join(root, folder, String(name)))
        .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
        .sort()
    } catch {
      return []
    }
  })
}

/** The lines of every function and door, by hash: the parts lie within them. */
async function makeSources(root: string): Promise<{
  manifest: Manifest
  sources: Record<string, string[][]>
  quotes: Record<string, Quoted>
}> {
  const { manifest, book, program } = walk(root)
  const highlight = await makeHighlighter()
  const sources: Record<string, string[][]> = {}
  const files = new Map<string, string[][]>()
  const linesOf = (path: string): string[][] => {
    const file = program.getSourceFile(join(root, path))
    if (!file) throw new Error(`${path} is not part of the program`)
    return highlight(file.text, book.calls.get(file) ?? []).map(encodeLine)
  }
  for (const { file, hash, line, endLine, within } of manifest.regions) {
    if (within !== undefined) continue
    const lines = files.get(file) ?? linesOf(file)
    files.set(file, lines)
    sources[hash] = lines.slice(line - 1, endLine)
  }
  return { manifest, sources, quotes: quoteAll(root, highlight) }
}

async function writeManifest(root: string): Promise<void> {
  const { manifest, sources, quotes } = await makeSources(root)
  const write = (name: string, value: unknown) =>
    writeFileSync(join(root, 'tracing', name), `${JSON.stringify(value)}\n`)
  write('regions.json', manifest)
  write('sources.json', sources)
  write('quotes.json', quotes)
  const { doors, regions } = manifest
  console.log(
    `${Object.keys(doors).length} doors, ${regions.length} regions of source`,
  )
}

if (process.argv[1]?.endsWith('make-manifest.ts'))
  await writeManifest(process.cwd())
