import type { PowerCutState } from './use-power-cut'
import { held, momentNames } from './words'

/** Where the run is, in a sentence. */
export function sentenceOf({
  moment,
  run,
  isRunning,
  problem,
}: PowerCutState): string {
  if (isRunning) return 'Two processes start, write, and are killed.'
  if (problem) return ''
  if (!run) return `Nothing has run. The power will go ${momentNames[moment]}.`
  const { alone, together } = run.report
  return `The power went ${momentNames[moment]}. Run alone: ${held(alone.left)}. In a transaction: ${held(together.left)}.`
}
