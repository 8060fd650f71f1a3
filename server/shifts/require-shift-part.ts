import type { Part } from '@/contracts/parts'
import { NotFoundError } from '@/server/http/errors'

/** The parts that have shifts; a guest comes and goes as they like. */
export function requireShiftPart(name: string): Part {
  if (name === 'kitchen' || name === 'courier') return name
  throw new NotFoundError('shift')
}
