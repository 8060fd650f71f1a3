import type { Moment } from '@/contracts/moments'
import type { Drawers, PowerCutReport } from '@/contracts/power-cut'
import type { CardQuestion } from '@/components/predict/prediction-card'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { held, questions, start } from './words'

/** What became of the order: of its two changes, which are there? */
export type Fate = 'nothing' | 'half' | 'both' | 'other'

export function fateOf({ portions, orders }: Drawers): Fate {
  const isTaken = portions === start.portions - 2
  const isWritten = orders === start.orders + 1
  if (isTaken && isWritten) return 'both'
  if (portions === start.portions && orders === start.orders) return 'nothing'
  return isTaken && orders === start.orders ? 'half' : 'other'
}

const options: Record<Fate | 'depends', string> = {
  half: 'Two portions are gone and nobody ordered them',
  nothing: 'Nothing happened at all',
  both: 'Both changes are there',
  depends: 'It depends on whether the two were stapled together',
  other: 'Something else',
}

export function questionOf(moment: Moment): CardQuestion {
  const offered: (Fate | 'depends')[] =
    moment === 'between'
      ? ['half', 'nothing', 'depends']
      : ['half', 'nothing', 'both', 'depends']
  return {
    ask: questions[moment],
    isMany: false,
    options: offered.map((id) => ({ id, text: options[id] })),
  }
}

/** The answer that the run itself gives. */
export function answerOf({ alone, together }: PowerCutReport): RunAnswer {
  const [one, other] = [fateOf(alone.left), fateOf(together.left)]
  return {
    ids: [one === other ? one : 'depends'],
    said: `After the restart: run alone, ${held(alone.left)}; in a transaction, ${held(together.left)}.`,
  }
}

/** One sentence on what a way has left, for whoever runs the restaurant. */
export function verdictOf(fate: Fate): string {
  if (fate === 'half') return 'A real loss: food that nobody can sell.'
  if (fate === 'both') return 'The order is whole, and it is kept.'
  if (fate === 'nothing')
    return 'As if the order had never been begun. The guest can order again.'
  return 'Not what either way promises.'
}
