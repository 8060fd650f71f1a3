import type { CodeRegion, Span } from '@/contracts/trace'

type Decision = {
  step: string
  code: CodeRegion
  /** The statement by which it was decided, where it was one. */
  sql: string | null
}

/** By which line of its code a step decides who may. */
export const decisiveLines: Record<string, RegExp> = {
  'see who is asking': /requirePart\(member, part\)|return sandboxId === null/,
  'see whose part it is': /if \(!member\) return|member\.part !== part/,
  'find the order': /if \(!row\) throw/,
  'list the orders': /\.from\(orders\)/,
  'take the delivery': /rowsAffected === 0/,
}

/** Where nothing is refused, the step that would have done it. */
const stepsThatDecide = [
  'see whose part it is',
  'take the delivery',
  'list the orders',
  'find the order',
  'see who is asking',
]
/** A part is asked for before anything is looked up. */
const byPart = /^(POST \/api\/orders|PATCH \/api\/deliveries)/

/** The step of a request that decided; null while its trace is on its way. */
export function decisionIn(spans: readonly Span[]): Decision | null {
  const door = spans.find(({ kind }) => kind === 'server')
  const steps = spans.filter(
    ({ name, code }) => code !== undefined && name in decisiveLines,
  )
  const refused = steps.find(({ status }) => status.code === 'error')
  const asked = byPart.test(door?.name ?? '')
    ? ['see who is asking']
    : stepsThatDecide
  const name = refused?.name ?? asked.find((one) => has(steps, one))
  const step = steps.find((one) => one.name === name)
  if (!door || !step?.code) return null
  return { step: step.name, code: step.code, sql: statementOf(step, spans) }
}

function has(steps: readonly Span[], name: string): boolean {
  return steps.some((step) => step.name === name)
}

/** Whose rows a look-up sees is decided in its statement. */
function statementOf(step: Span, spans: readonly Span[]): string | null {
  const isLookUp = /^(find|list|take) /.test(step.name)
  const statement = spans.find(
    ({ name, sql }) =>
      isLookUp &&
      sql !== undefined &&
      /^(SELECT orders|UPDATE deliveries)$/.test(name),
  )
  return statement?.sql?.text ?? null
}

export function isDecisive(step: string, line: string): boolean {
  return decisiveLines[step]?.test(line) ?? false
}
