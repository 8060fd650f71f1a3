import { context, SpanStatusCode, trace, type Span } from '@opentelemetry/api'
import { Allowances } from '@/contracts/http'
import { timeNow } from '@/tracing/clock'
import { enclose, tracer } from '@/tracing/recorder'
import { regionOfStep } from '@/tracing/regions'
import { visitOf, withStep } from '@/tracing/visit'
import { OAuthError, ProblemError } from './errors'

/** Runs a named part of a door, and records it as a span with its source. */
export type Step = <Result>(
  name: string,
  work: () => Result | Promise<Result>,
) => Promise<Result>

/** A step that counts a request also says how much of the limit is left. */
export function makeStep(onAllowances: (allowances: Allowances) => void): Step {
  return async (name, work) => {
    const outer = context.active()
    const began = performance.now()
    const span = tracer().startSpan(name, { startTime: timeNow() }, outer)
    const visit = visitOf(outer)
    const code = visit && regionOfStep(visit.door, name)
    if (code) {
      enclose(span, { code })
      span.setAttributes({
        'code.function.name': code.function,
        'code.file.path': code.file,
        'code.line.number': code.line,
      })
    }
    try {
      const inner = withStep(trace.setSpan(outer, span), name)
      const result = await context.with(inner, work)
      if (result instanceof Allowances) onAllowances(result)
      return result
    } catch (error) {
      markProblem(span, error)
      throw error
    } finally {
      span.end(timeNow())
      const durationMs = performance.now() - began
      visit?.steps.push({ name, durationMs })
    }
  }
}

/** A refusal is named by its problem; of anything else only the kind is told. */
function markProblem(span: Span, error: unknown): void {
  const isOAuth = error instanceof OAuthError
  const isRefusal = isOAuth || error instanceof ProblemError
  const name = error instanceof Error ? error.name : 'unknown'
  const type = !isRefusal ? name : isOAuth ? error.code : error.slug
  const message = isRefusal ? error.message : type
  span.setAttribute('error.type', type)
  span.setStatus({ code: SpanStatusCode.ERROR, message })
}

type Timed = { name: string; durationMs: number }

/** The `Server-Timing` field: each step with its duration, and their total. */
export function serverTiming(steps: Timed[], totalMs: number): string {
  return [...steps, { name: 'total', durationMs: totalMs }]
    .map(({ name, durationMs }) => {
      const metric = name.replaceAll(/[^\w]+/g, '-')
      return `${metric};dur=${durationMs.toFixed(2)};desc="${name}"`
    })
    .join(', ')
}
