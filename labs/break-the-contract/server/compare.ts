import { apiCompare } from 'api-smart-diff'
import type { ContractDifference } from '@/contracts/break-the-contract'
import type { Contract } from './changed-contract'

/**
 * What differs between two contracts, and which of it breaks a client that was
 * written for the first. The judgement is that of the library api-smart-diff.
 */
export function compare(
  before: Contract,
  after: Contract,
): ContractDifference[] {
  const { diffs } = apiCompare(before, after)
  // The schemas are compared once more by themselves, where nobody knows which
  // way they cross the wire: there the same change has no meaning of its own.
  return diffs
    .filter(({ path }) => path[0] === 'paths')
    .map(({ type, description = '', path }) => ({
      kind: type,
      says: description,
      pointer: path.map((part) => `/${escaped(part)}`).join(''),
    }))
}

/** A part of a JSON pointer (RFC 6901). */
function escaped(part: string | number): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1')
}
