/** The head of an answer: `Headers`, or a map of its fields by small names. */
type Head = { get: (name: string) => string | null | undefined }

/**
 * The trace that an answer names: `traceresponse: 00-<trace>-<span>-<flags>`
 * (W3C Trace Context). A trace belongs to a sandbox, so only a door that looked
 * who is asking leaves one to be read: its steps are in the answer.
 */
export function traceOf(head: Head): string | null {
  if (!head.get('server-timing')?.includes('see-who-is-asking')) return null
  const [, id = null] =
    /^00-([0-9a-f]{32})-/.exec(head.get('traceresponse') ?? '') ?? []
  return id
}
