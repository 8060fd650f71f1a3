/**
 * Holds what the site shows against what it is made of: every recording was
 * made by the source of today, every step has its title and its note, every
 * picture is there, every link within the site leads somewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { problems } from '@/contracts/problems'
import { Order } from '@/contracts/orders'
import { Trace, WireMessage } from '@/contracts/trace'
import { catalogue } from '@/db/catalogue/catalogue'
import { titledSteps } from '@/components/trace/story'
import { chapters, deepDives } from '@/content/chapters'
import { noteFileOf, stepChapters } from '@/content/steps/steps'
import { checkNotes, stepsOfSite } from './check-notes'
import { makeManifest } from './make-manifest'

const root = process.cwd()
const findings: string[] = []
const manifest = makeManifest(root)

checkRecordings()
findings.push(...checkNotes(notesOfSite()))
checkPictures()
checkLinks()

for (const finding of findings) console.error(finding)
console.log(
  findings.length === 0
    ? 'Recordings, notes, pictures and links are right.'
    : `${findings.length} things in the content are wrong.`,
)
process.exitCode = findings.length === 0 ? 0 : 1

/** A recorded span shows code by its hash: that code must still be here. */
function checkRecordings(): void {
  const hashes = new Set(manifest.regions.map(({ hash }) => hash))
  for (const name of filesIn('recordings', '.json')) {
    // Held by app/(site)/api/examples.test.ts: replies, not traces.
    if (name.endsWith('api-examples.json')) continue
    const recording = JSON.parse(readFileSync(name, 'utf8'))
    const trace = Trace.safeParse(recording.trace)
    if (
      recording.label !== 'recorded' ||
      Number.isNaN(Date.parse(recording.recordedAt)) ||
      !trace.success ||
      !Order.safeParse(recording.order).success ||
      !WireMessage.safeParse(recording.request).success ||
      !WireMessage.safeParse(recording.response).success
    ) {
      findings.push(`${name} is not a recording. Run npm run record.`)
      continue
    }
    const stale = trace.data.spans.filter(
      ({ code }) => code && !hashes.has(code.hash),
    )
    if (stale.length > 0)
      findings.push(
        `${name} was recorded with other source: ${stale.map((span) => span.name).join(', ')}. Run npm run record.`,
      )
    if (!trace.data.spans.some(({ code }) => code))
      findings.push(`${name} leads to no source at all. Run npm run record.`)
  }
}

function notesOfSite() {
  const slugs = new Set([...chapters, ...deepDives].map(({ slug }) => slug))
  return {
    steps: stepsOfSite(manifest, root),
    chapters: stepChapters,
    titles: titledSteps,
    texts: Object.fromEntries(
      filesIn('content/steps', '.mdx').map((file) => [
        basename(file, '.mdx'),
        readFileSync(file, 'utf8'),
      ]),
    ),
    fileOf: noteFileOf,
    isChapter: (slug: string) => slugs.has(slug),
  }
}

function checkPictures(): void {
  for (const { slug, picture, dishes } of catalogue)
    for (const path of [picture, ...dishes.map((dish) => dish.picture)])
      if (!existsSync(join(root, 'public', path)))
        findings.push(`${slug} shows ${path}, which is not there.`)
}

/** Links written into pages and components, as far as they are literal. */
function checkLinks(): void {
  const files = ['app', 'components', 'content', 'labs'].flatMap((folder) => [
    ...filesIn(folder, '.tsx'),
    ...filesIn(folder, '.mdx'),
  ])
  for (const file of files)
    for (const [, link] of readFileSync(file, 'utf8').matchAll(
      /href="(\/[^"#?]*)/g,
    ))
      if (link !== undefined && !leadsSomewhere(link))
        findings.push(`${file} links to ${link}, where nothing is.`)
}

function leadsSomewhere(link: string): boolean {
  const [, first = '', second] = link.split('/')
  if (link.startsWith('/api/')) return true
  if (first === 'problems' && second) return second in problems
  const page = join(root, 'app', '(site)', ...link.split('/').filter(Boolean))
  return (
    existsSync(join(page, 'page.tsx')) || existsSync(join(root, 'public', link))
  )
}

function filesIn(folder: string, ending: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((name) => name.endsWith(ending))
  } catch {
    return []
  }
}
