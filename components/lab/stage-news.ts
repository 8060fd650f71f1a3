/** What a stage tells the lab around it. */
export const kinds = [
  'ready',
  'log',
  'alert',
  'violation',
  'error',
  'settled',
] as const
export type Kind = (typeof kinds)[number]
export type News = { kind: Kind; text: string }

/** What a message says, if it is one of a stage; null for any other. */
export function newsIn(value: unknown): News | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('stage' in value) || !('text' in value)) return null
  const kind = kinds.find((one) => one === value.stage)
  return kind && typeof value.text === 'string'
    ? { kind, text: value.text.slice(0, 300) }
    : null
}
