import type { RunAnswer } from '@/components/lab/lab-bet'
import { figure } from '@/components/trace/time-scale'
import { pedalNames, pedals } from './pedals'
import { stationNames, stations } from './skeleton'
import type { Runs, Skeletons } from './use-engine'

export const question = {
  ask: 'Three buttons, three requests. Which of these will the server do for all three?',
  isMany: true,
  options: [
    { id: 'who', text: 'See who is asking' },
    { id: 'read', text: 'Check what was sent' },
    { id: 'decide', text: 'Decide by what it keeps itself' },
    { id: 'write', text: 'Write something down' },
  ],
}

/** What the three traces say; null until all three are there. */
export function answerOf(skeletons: Skeletons): RunAnswer | null {
  const all = pedals.flatMap((pedal) => {
    const skeleton = skeletons[pedal]
    return skeleton ? [{ pedal, skeleton }] : []
  })
  if (all.length < pedals.length) return null
  const shared = stations.filter((station) =>
    all.every(({ skeleton }) => skeleton.stays[station] !== null),
  )
  const times = all.map(
    ({ pedal, skeleton }) =>
      `${pedalNames[pedal]} ${figure(skeleton.totalMs)} ms`,
  )
  return {
    ids: question.options
      .map(({ id }) => id)
      .filter((id) => shared.some((station) => station === id)),
    said: `${shared.length} of 6 stations in all three. ${times.join(', ')}.`,
  }
}

/** What has been pressed and what to press next, in a sentence. */
export function sentenceOf(runs: Runs, skeletons: Skeletons): string {
  const left = pedals.filter((pedal) => !runs[pedal])
  if (left.length === pedals.length) return 'Press any of the three.'
  if (left.length > 0)
    return `Now press ${left.map((pedal) => pedalNames[pedal]).join(' and ')}.`
  const dark = stations.filter((station) =>
    pedals.some((pedal) => skeletons[pedal]?.stays[station] === null),
  )
  if (pedals.some((pedal) => !skeletons[pedal]))
    return 'The last trace is on its way.'
  return dark.length === 0
    ? 'Three buttons, one skeleton: all six stations are lit in each.'
    : `One request ended early: it never came to “${dark
        .map((station) => stationNames[station])
        .join('” and “')}”.`
}
