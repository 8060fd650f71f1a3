import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { root } from './child.mjs'
import { checkNames } from './check-names.mjs'

const folders = [
  'app',
  'components',
  'content',
  'contracts',
  'db',
  'labs',
  'server',
  'tracing',
]
const { forbidden, options } = createRequire(import.meta.url)(
  '../.dependency-cruiser.cjs',
)

const isTest = /\.test\.tsx?$|(^|\/)testing\.tsx?$/

/** A static import or re-export, types included, as it stands in the text. */
const importText =
  /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm

/**
 * Every breach of the house's order below a folder: who imports whom, and what
 * things are called. The tests hand in another `look` to blind the parser.
 *
 * @typedef {{ source: string, dependencies: { module: string, resolved: string }[] }} Module
 * @typedef {{ rule: { name: string }, from: string, to: string }} Violation
 * @typedef {{ violations: Violation[], totalDependenciesCruised?: number }} Summary
 * @param {string} [folder]
 * @param {(folder: string, files: string[]) => Promise<{ modules: Module[], summary: Summary }>} [look]
 */
export async function checkImports(folder = root, look = lookAtImports) {
  const files = listFiles(folder)
  const code = files.filter((file) => isCode(file))
  const { modules, summary } = await look(folder, files)
  const breaches = summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    detail: `${from} imports ${to}`,
  }))

  return {
    files: code.length,
    imports: summary.totalDependenciesCruised,
    breaches: [
      ...breaches,
      ...listCapabilityCycles(modules),
      ...listUnseen(folder, code, modules),
      ...listImportsOfWords(folder, files),
      ...checkNames(listNames(folder)),
    ],
  }
}

async function lookAtImports(folder, files) {
  const tsConfig = extractTSConfig(join(folder, 'tsconfig.json'))
  const { output } = await cruise(
    files.filter(isCode),
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } },
    // Its own reading of tsconfig's paths starts at the working directory.
    { alias: { '@': folder } },
    { tsConfig },
  )
  return output
}

/**
 * A parser that does not know our TypeScript sees no imports, and then no rule
 * is ever broken. So what stands in the text must be among what it saw.
 */
function listUnseen(folder, code, modules) {
  const seen = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      new Set(dependencies.map((dependency) => dependency.module)),
    ]),
  )
  return code.flatMap((file) => {
    const found = seen.get(file)
    if (!found) return [{ rule: 'every-file-is-seen', detail: file }]

    const text = readFileSync(join(folder, file), 'utf8')
    return [...text.matchAll(importText)]
      .filter(([, name]) => !found.has(name.replace(/^node:/, '')))
      .map(([, name]) => ({
        rule: 'every-import-is-seen',
        detail: `${file} imports ${name}, which the parser did not see`,
      }))
  })
}

/** If two capabilities need each other, one of them has the wrong border. */
function listCapabilityCycles(modules) {
  const needs = new Map()
  for (const { source, dependencies } of modules) {
    const from = capabilityOf(source)
    for (const { resolved } of from ? dependencies : []) {
      const to = capabilityOf(resolved)
      if (!to || to === from) continue
      needs.set(from, (needs.get(from) ?? new Set()).add(to))
    }
  }
  return [...needs].flatMap(([from, direct]) =>
    [...direct]
      .filter((to) => reaches(needs, to, from))
      .map((to) => ({
        rule: 'no-cycles-among-capabilities',
        detail: `server/${from} needs server/${to}, which needs it in turn`,
      })),
  )
}

function capabilityOf(path) {
  const [, name] = /^server\/([^/]+)\//.exec(path) ?? []
  const isPart = name !== 'http' && name !== 'sandbox' && !isTest.test(path)
  return isPart ? name : undefined
}

function reaches(needs, from, to, seen = new Set([from])) {
  if (from === to) return true
  return [...(needs.get(from) ?? [])].some(
    (next) => !seen.has(next) && reaches(needs, next, to, seen.add(next)),
  )
}

/** MDX is no TypeScript, so its imports are read here. It needs none of ours. */
function listImportsOfWords(folder, files) {
  return files
    .filter((file) => file.endsWith('.mdx'))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return [...text.matchAll(importText)]
        .filter(([, name]) => !/^@\/(contracts|content)\/|^\.\//.test(name))
        .map(([, name]) => ({
          rule: 'words-import-nothing',
          detail: `${file} imports ${name}`,
        }))
    })
}

function listFiles(folder) {
  const inside = listNames(folder).filter((name) =>
    folders.some((known) => name.startsWith(`${known}/`)),
  )
  return [...inside, 'env.ts'].filter((name) => /\.(tsx?|mdx)$/.test(name))
}

/** All that is ours below a folder; names of folders end in a slash. */
function listNames(folder) {
  const known = [...folders, 'e2e', 'scripts', 'bench']
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => known.includes(entry.name) && entry.isDirectory())
    .flatMap(({ name: top }) =>
      readdirSync(join(folder, top), {
        recursive: true,
        withFileTypes: true,
      }).map((entry) => {
        const path = join(entry.parentPath ?? entry.path, entry.name)
        const name = path.slice(folder.length).replace(/^[/\\]/, '')
        return name.replaceAll('\\', '/') + (entry.isDirectory() ? '/' : '')
      }),
    )
    .sort()
}

function isCode(file) {
  return /\.tsx?$/.test(file) && !basename(file).endsWith('.d.ts')
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { files, imports, breaches } = await checkImports()
  for (const { rule, detail } of breaches) console.error(`${rule}: ${detail}`)
  console.log(
    `Imports: ${imports} in ${files} files, ${breaches.length} against the rules.`,
  )
  for (const rule of forbidden)
    if (breaches.some((breach) => breach.rule === rule.name))
      console.log(`- ${rule.name}: ${rule.comment}`)
  process.exit(breaches.length > 0 ? 1 : 0)
}
