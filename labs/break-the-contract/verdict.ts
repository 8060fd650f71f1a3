import type { RunAnswer } from '@/components/lab/lab-bet'
import { messagesFor } from './compiled'
import type { Release } from './release'

/** Who had something to complain of. */
export type Witness = 'tool' | 'compiler' | 'checker' | 'guest'

export const question = {
  ask: 'You release this change tonight. Who complains?',
  isMany: true,
  options: [
    { id: 'tool', text: 'The tool that compares the two contracts' },
    { id: 'compiler', text: 'TypeScript, once the phone is built anew' },
    { id: 'checker', text: 'A checker of messages, at the first one' },
    { id: 'guest', text: 'The guest with the phone of March' },
    { id: 'nobody', text: 'Nobody' },
  ],
}

export function breakingIn({ findings }: Release) {
  return findings.differences.filter(({ kind }) => kind === 'breaking')
}

/** What either checker found: the door’s of the question, the phone’s of the answer. */
export function complaintsIn({ refused, findings }: Release) {
  return [...refused, ...findings.complaints]
}

/** The lines that the phone shows otherwise than it should. */
export function wrongLines({ phone, meant }: Release): string[] {
  return phone.lines.filter((line, at) => line !== meant?.lines[at])
}

/** Whether the guest sees what is so. */
export function isWellShown(release: Release): boolean {
  return release.phone.error === null && wrongLines(release).length === 0
}

export function witnessesOf(release: Release): Witness[] {
  const told: [Witness, boolean][] = [
    ['tool', breakingIn(release).length > 0],
    ['compiler', messagesFor(release.change).length > 0],
    ['checker', complaintsIn(release).length > 0],
    ['guest', !isWellShown(release)],
  ]
  return told.filter(([, has]) => has).map(([witness]) => witness)
}

/** The bet is answered by those who complained in this very run. */
export function answerOf(release: Release | null): RunAnswer | null {
  if (!release) return null
  const ids = witnessesOf(release)
  if (ids.length === 0) return { ids: ['nobody'], said: 'Nobody did.' }
  return { ids, said: `It was ${listed(ids)}.` }
}

const names: Record<Witness, string> = {
  tool: 'the comparing tool',
  compiler: 'the compiler',
  checker: 'the checker',
  guest: 'the guest',
}

function listed(witnesses: readonly Witness[]): string {
  const all = witnesses.map((witness) => names[witness])
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`
}

/** What the release came to, in a sentence. */
export function sentenceOf(release: Release | null, isBusy: boolean): string {
  if (isBusy) return 'The change is out, and the phone of March is ordering.'
  if (!release) return 'Nothing has been changed yet.'
  const ids = witnessesOf(release)
  if (ids.length === 0) return 'Nobody complained: the change breaks nothing.'
  const silent = Object.keys(names).length - ids.length
  const others = silent === 0 ? '' : ' The others noticed nothing.'
  const said = listed(ids)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} complained.${others}`
}
