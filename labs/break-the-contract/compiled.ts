import type { ContractChange } from '@/contracts/break-the-contract-choices'
import recording from '@/recordings/contract-messages.json'

/** A message of the compiler about the phone’s program. */
export type CompilerMessage = { line: number; code: string; says: string }

/** Which programs were run, when, and on what. */
export const compiler = {
  typescript: recording.typescript,
  types: recording.types,
  recordedOn: recording.recordedAt.slice(0, 10),
}

/** What the compiler said of the phone, against the changed contract. */
export function messagesFor(change: ContractChange): CompilerMessage[] {
  return recording.messages[change]
}
