/**
 * Holds what the site shows against what it is made of: every recording was
 * made by the source of today, every step has its title and its note, every
 * picture is there, every link within the site leads somewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { recordingOf } from '@/app/(site)/labs/recorded/recordings'
import { Order } from '@/contracts/orders'
import { Trace, WireMessage } from '@/contracts/trace'
import { catalogue } from '@/db/catalogue/catalogue'
import { titledSteps } from '@/components/trace/step-titles'
import { chapters, deepDives } from '@/content/chapters'
import { noteFileOf, stepChapters } from '@/content/steps/steps'
import type { GlossaryEntry } from '@/content/glossary-entry'
import { glossary } from '@/content/glossary'
import { isLab, labs } from '@/labs/labs'
import { checkChapters } from './check-chapters'
import { checkLabRecordings } from './check-lab-recordings'
import { checkLinks, siteIn } from './check-links'
import { checkNotes, stepsOfSite } from './check-notes'
import { checkPowerCut } from './check-power-cut'
import { makeManifest } from './make-manifest'

const root = process.cwd()
const findings: string[] = []
const terms: Record<string, GlossaryEntry> = glossary
const manifest = makeManifest(root)

checkRecordings()
findings.push(...checkNotes(notesOfSite()))
findings.push(...checkChapters(book()))
findings.push(...checkLabRecordings(figures()))
checkPictures()
const texts = textsOfSite()
findings.push(...unaskedChecks(texts))
findings.push(...checkLinks(texts, siteIn(root, texts)))

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
    // Figures for those without scripts: what they tell of is held below.
    if (name.startsWith(join('recordings', 'labs'))) continue
    // Held by app/(site)/api/examples.test.ts: replies, not traces.
    if (name.endsWith('api-examples.json')) continue
    // What other engines and tools said: held by tests beside their labs.
    if (/(five-cabinets|attack-tool|contract-messages)\.json$/.test(name))
      continue
    if (name.endsWith('power-cut.json')) {
      findings.push(...checkPowerCut(root))
      continue
    }
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

function book() {
  const all = [...chapters, ...deepDives]
  return {
    chapters: all
      .filter(({ isOpen }) => isOpen)
      .map(({ slug }) => ({
        slug,
        text: readFileSync(join('content', 'learn', `${slug}.mdx`), 'utf8'),
      })),
    order: all.map(({ slug }) => slug),
    glossary: terms,
    labs: Object.keys(labs),
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

/** The labs in chapters, each of which has a run for paper. */
function figures() {
  const shown = book().chapters.flatMap(({ text }) =>
    [...text.matchAll(/<Lab name="([\w-]+)"/g)].map(([, name = '']) => name),
  )
  return {
    labs: shown,
    steps: new Set(stepsOfSite(manifest, root)),
    recordingOf: (lab: string) => (isLab(lab) ? recordingOf(lab) : null),
  }
}

function checkPictures(): void {
  for (const { slug, picture, dishes } of catalogue)
    for (const path of [picture, ...dishes.map((dish) => dish.picture)])
      if (!existsSync(join(root, 'public', path)))
        findings.push(`${slug} shows ${path}, which is not there.`)
}

/** What pages, components and chapters are written in, by file. */
function textsOfSite(): Record<string, string> {
  const files = ['app', 'components', 'content', 'labs'].flatMap((folder) =>
    ['.tsx', '.mdx', '.check.ts'].flatMap((ending) => filesIn(folder, ending)),
  )
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  )
}

/** Questions that no page asks. */
function unaskedChecks(texts: Record<string, string>): string[] {
  const asked = texts['app/(site)/learn/checks.tsx'] ?? ''
  return filesIn('content/learn', '.check.ts')
    .map((file) => basename(file, '.ts'))
    .filter((name) => !asked.includes(`'@/content/learn/${name}'`))
    .map((name) => `${name}.ts is asked nowhere: app/(site)/learn/checks.tsx.`)
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
