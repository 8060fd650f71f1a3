import type { RateLimitTry } from '@/contracts/rate-limit-lab'
import type { Guest } from '@/server/guests/require-guest'

/** Whose count a try goes to. */
export type Counted = 'greedy' | 'modest' | 'both'

export function nameOf({ caller, sharing }: RateLimitTry): Counted {
  return sharing === 'together' ? 'both' : caller
}

/** The lab's rows among the limits of a sandbox; members have their own. */
export function countNames({ member }: Guest): Record<Counted, string> {
  const whose = member ? ` of ${member.id}` : ''
  return {
    greedy: `lab-greedy${whose}`,
    modest: `lab-modest${whose}`,
    both: `lab-both${whose}`,
  }
}
