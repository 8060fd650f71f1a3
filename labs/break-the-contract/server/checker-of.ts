import * as z from 'zod'
import type { ContractComplaint } from '@/contracts/break-the-contract'
import type { Contract } from './changed-contract'

/**
 * A checker of messages, made from the contract itself. One that is not strict
 * passes over fields that it does not know.
 */
export function checkerOf(
  { components }: Contract,
  name: 'NewOrder' | 'Order',
  isStrict = true,
): z.ZodType {
  const text = JSON.stringify(components.schemas)
    .replaceAll('#/components/schemas/', '#/$defs/')
    .replaceAll('"additionalProperties":false', String(closing(isStrict)))
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: JSON.parse(text) })
}

function closing(isStrict: boolean) {
  return `"additionalProperties":${!isStrict}`
}

/** Every place where a message is not what was promised; none without one. */
export function complaintsAbout(
  message: unknown,
  checker: z.ZodType,
): ContractComplaint[] {
  if (message === null) return []
  const { error } = checker.safeParse(message)
  return (error?.issues ?? []).map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }))
}
