/**
 * Holds the steps that a trace can show, their notes in content/steps and their
 * titles in components/trace/story.ts together, and the notes to their form.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stepNameOf } from '@/components/trace/story'
import { rivalSteps } from '@/contracts/faults'
import type { Span } from '@/contracts/trace'
import type { Manifest } from './make-manifest'

export type Notes = {
  /** The names under which steps of a trace are explained. */
  steps: Iterable<string>
  /** Every name with its chapter. */
  chapters: Record<string, string>
  titles: Iterable<string>
  /** The notes by the names of their files, without the ending. */
  texts: Record<string, string>
  fileOf: (step: string) => string
  isChapter: (slug: string) => boolean
}

/** Everything that is wrong with the notes. */
export function checkNotes(given: Notes): string[] {
  const { chapters, texts, fileOf, isChapter } = given
  const steps = new Set(given.steps)
  const titles = new Set(given.titles)
  const findings: string[] = []
  for (const step of steps) {
    if (!Object.hasOwn(chapters, step))
      findings.push(`The step "${step}" has no note in content/steps.`)
    if (!titles.has(step))
      findings.push(`The step "${step}" has no title in story.ts.`)
  }
  for (const [step, chapter] of Object.entries(chapters)) {
    if (!steps.has(step))
      findings.push(`The note of "${step}" belongs to no step.`)
    if (!Object.hasOwn(texts, fileOf(step)))
      findings.push(`The note ${fileOf(step)}.mdx of "${step}" is missing.`)
    if (!isChapter(chapter))
      findings.push(`The note of "${step}" leads to no chapter: ${chapter}.`)
  }
  for (const title of titles)
    if (!steps.has(title))
      findings.push(`The title of "${title}" belongs to no step.`)
  const files = new Set(Object.keys(chapters).map(fileOf))
  for (const [file, text] of Object.entries(texts)) {
    if (!files.has(file)) findings.push(`${file}.mdx belongs to no step.`)
    findings.push(...faultsOf(text).map((fault) => `${file}.mdx ${fault}.`))
  }
  return findings
}

const banned = /\b(simply|just)\b|!|\p{Extended_Pictographic}/iu

function faultsOf(text: string): string[] {
  const sentences = text.match(/[.?][”’)]*(?=\s|$)/g)?.length ?? 0
  const word = banned.exec(text)?.[0]
  return [
    ...(word ? [`says "${word}"`] : []),
    ...(sentences === 2 || sentences === 3
      ? []
      : [`has ${sentences} sentences, and is to have two or three`]),
  ]
}

/** Every name that a trace of this site can hold, as far as source tells. */
export function stepsOfSite(manifest: Manifest, root: string): Set<string> {
  const spans: [string, Span['kind'], string][] = []
  for (const { steps } of doorsOf(manifest))
    for (const [step, { statements }] of Object.entries(steps)) {
      spans.push([step, 'internal', 'plateful'])
      for (const statement of Object.keys(statements))
        if (statement === 'POST' || statement === 'GET')
          spans.push([`${statement} /`, 'client', 'plateful'])
        else spans.push([statement, 'client', 'plateful'])
    }
  for (const door of Object.keys(manifest.doors))
    if (door.endsWith('/api/webhooks/kitchen'))
      spans.push([door, 'server', 'restaurant'])
    else spans.push([door, 'server', 'plateful'])
  // The sign-in library and the browsers of a lab ask these over HTTP.
  for (const door of Object.keys(manifest.doors))
    if (/ \/api\/(auth|identity)\//.test(door))
      spans.push([door, 'client', 'plateful'])
  for (const name of Object.values(rivalSteps))
    spans.push([name, 'internal', 'plateful'])
  for (const name of browserSpans(root)) spans.push([name, 'client', 'browser'])
  return new Set(
    spans.map(([name, kind, service]) =>
      stepNameOf({
        name,
        kind,
        service,
        spanId: '',
        parentSpanId: null,
        startTimeUnixNano: '0',
      }),
    ),
  )
}

function doorsOf({ doors, everyDoor }: Manifest) {
  return [...Object.values(doors), { steps: everyDoor }]
}

/**
 * `trace.start('parse the reply', …)`, `phase('read the reply', …)`, and
 * `trace.start(`POST ${path}`, …)`.
 */
function browserSpans(root: string): string[] {
  const names = ['components', 'labs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8'))
      .flatMap((text) => [
        ...text.matchAll(/(?:\.start|\bphase)\(\s*'([^']+)'/g),
        ...text.matchAll(/\.start\(\s*`([A-Z]+ )\$\{path\}`/g),
      ]),
  )
  return names.flatMap(([, name = '']) =>
    name.endsWith(' ') ? `${name}/` : name,
  )
}
