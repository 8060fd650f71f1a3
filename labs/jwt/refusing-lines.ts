import type { TokenReason } from '@/contracts/token-reasons'

type Line = readonly (readonly [string, ...string[]])[]

/**
 * By what a line of the check is known that refuses for a reason: the option
 * that asks for it, or the question itself. A test beside the door holds that
 * the code which ran has such a line for every forgery.
 */
const marks: Record<TokenReason, readonly string[]> = {
  form: ['requireStrictForm(token)', 'requirePasetoForm(token)'],
  algorithm: ['algorithms: [', "startsWith('v4.public.')"],
  signature: ['await jwtVerify(', '.Verify('],
  type: ['typ:'],
  audience: ['audience,'],
  claim: ['requiredClaims:', 'return claimsOf('],
  early: ['currentDate:', 'now:'],
  expired: ['currentDate:', 'now:'],
}

/** The places of the lines that refused, among the lines of the check. */
export function refusingLines(
  lines: readonly Line[],
  reason: TokenReason,
): number[] {
  return lines.flatMap((pieces, at) => {
    const text = pieces.map(([piece]) => piece).join('')
    return marks[reason].some((mark) => text.includes(mark)) ? [at] : []
  })
}
