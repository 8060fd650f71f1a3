import { nextStatuses, type OrderStatus } from '@/contracts/orders'
import { ProblemError } from '@/server/http/errors'

export class IllegalTransitionError extends ProblemError {
  override name = 'IllegalTransitionError'
  constructor(from: OrderStatus, to: OrderStatus) {
    const allowed = nextStatuses[from]
    const way = allowed.length > 0 ? allowed.join(' or ') : 'nowhere any more'
    const detail = `An order that is ${from} goes ${way}, not to ${to}.`
    super('illegal-transition', detail, { allowed })
  }
}

export class MovedMeanwhileError extends ProblemError {
  override name = 'MovedMeanwhileError'
  constructor() {
    const detail = 'Somebody else moved this order at the same moment.'
    super('precondition-failed', detail)
  }
}

export class StaleVersionError extends ProblemError {
  override name = 'StaleVersionError'
  constructor(etag: string) {
    super('precondition-failed', `The current version is ${etag}.`)
  }
}
