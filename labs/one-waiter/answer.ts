import type { RunAnswer } from '@/components/lab/lab-bet'
import type { CardQuestion } from '@/components/predict/prediction-card'
import { figuresOf, type WayRun } from './figures'
import { milliseconds } from './words'

/** When the last of so many is answered, held against one alone. */
const guesses = {
  together: (count: number) => ({
    times: 1,
    text: `At about the same time as one alone: async lets all ${count} run side by side`,
  }),
  shared: (count: number) => ({
    times: Math.sqrt(count),
    text: 'In between: await hands the thread on while one computes',
  }),
  'one-by-one': (count: number) => ({
    times: count,
    text: `After about ${count} times as long: one after the other`,
  }),
}
type Guess = keyof typeof guesses
const ids: Guess[] = ['together', 'shared', 'one-by-one']

export function questionOf(count: number): CardQuestion {
  return {
    ask: `${count} requests arrive at once. Each handler is an async function that computes for a while. When is the last one answered?`,
    isMany: false,
    options: ids.map((id) => ({ id, text: guesses[id](count).text })),
  }
}

/** The guess that is nearest to what was measured, by how many times as long. */
export function answerOf(run: WayRun): RunAnswer {
  const { last, workMs } = figuresOf(run)
  const count = run.asked.length
  const times = last / Math.max(workMs, 0.1)
  const distance = (id: Guess) =>
    Math.abs(Math.log(times / guesses[id](count).times))
  const [nearest = 'one-by-one'] = ids.toSorted(
    (a, b) => distance(a) - distance(b),
  )
  return {
    ids: [nearest],
    said: `One computes for ${milliseconds(workMs)} (median). The last of ${count} was answered after ${milliseconds(last)}: ${times.toFixed(1)} times as long.`,
  }
}
