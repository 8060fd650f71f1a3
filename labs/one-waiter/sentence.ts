import type { ServingWay } from '@/contracts/serving-ways'
import { figuresOf } from './figures'
import type { MeasureState } from './use-measure'
import { milliseconds } from './words'

const underWay: Record<ServingWay, string> = {
  wait: 'to the handler that waits',
  compute: 'to the handler that computes',
  thread: 'to the handler that has a thread compute',
}

/** Where the measuring is, in a sentence. */
export function sentenceOf({
  count,
  runs: { compute, thread },
  now,
  isQueued,
  problem,
}: MeasureState): string {
  if (isQueued)
    return 'Somebody else is measuring on this server. It goes on in a moment.'
  const many = count === 1 ? 'One request' : `${count} requests`
  if (now) return `${many} ${underWay[now]}.`
  if (problem) return ''
  if (!compute || !thread)
    return `${many}, three times: to a handler that waits, to one that computes, to one that has a thread compute.`
  const [here, there] = [figuresOf(compute), figuresOf(thread)]
  return `Computed here, the last was answered after ${milliseconds(here.last)}, and a bystander waited up to ${milliseconds(here.bystander.worst)}. With threads: ${milliseconds(there.last)}, and the bystander up to ${milliseconds(there.bystander.worst)}.`
}
