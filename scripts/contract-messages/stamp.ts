import { createHash } from 'node:crypto'
import { contractChanges } from '@/contracts/break-the-contract-choices'
import {
  changeContract,
  readOrderContract,
} from '@/labs/break-the-contract/server/changed-contract'
import { phoneText } from './compile-phone'

/** What the recorded messages were made from: another stamp makes them stale. */
export function stampOf(root: string): string {
  const hash = createHash('sha256').update(phoneText(root))
  for (const change of contractChanges) {
    const { paths, components } = changeContract(readOrderContract(), change)
    hash.update(JSON.stringify([Object.keys(paths), components.schemas]))
  }
  return hash.digest('base64url').slice(0, 27)
}
