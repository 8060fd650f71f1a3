import type { Member, Part } from '@/contracts/parts'
import { ProblemError } from '@/server/http/errors'

/**
 * Holds a member to their part. The owner of a sandbox may play all of them. In
 * a class, where guests have names, an order is for its own guest to cancel.
 */
export function requirePart(
  member: Member | null,
  part: Part,
  order?: { guest?: { id: string } | undefined },
): void {
  if (!member) return
  if (member.part !== part) throw new NotYourPartError(member, part)

  const isAnothers = order !== undefined && order.guest?.id !== member.id
  if (part === 'guest' && member.name !== null && isAnothers)
    throw new NotYourOrderError()
}

/** What only the owner of a sandbox may do. */
export function requireOwner(member: Member | null): void {
  if (member) throw new NotTheOwnerError()
}

export class NotYourPartError extends ProblemError {
  override name = 'NotYourPartError'
  constructor({ part: own }: Member, part: Part) {
    super(
      'not-your-part',
      `You joined this sandbox as ${own}, and this is for the ${part} to do.`,
    )
  }
}

export class NotYourOrderError extends ProblemError {
  override name = 'NotYourOrderError'
  constructor() {
    super('not-your-part', 'Another guest of the class placed this order.')
  }
}

export class NotTheOwnerError extends ProblemError {
  override name = 'NotTheOwnerError'
  constructor() {
    const detail = 'Only whoever opened this sandbox may do this.'
    super('not-your-part', detail)
  }
}
