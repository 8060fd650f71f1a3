import { context, trace } from '@opentelemetry/api'
import { visitOf, withoutSecrets } from '@/tracing/visit'

const longestText = 1_000

/**
 * Writes a statement that no database client of ours sends on the step that is
 * running: the trace shows it as the step's own, and as work of a database.
 */
export function noteStatement(text: string): void {
  const outer = context.active()
  const visit = visitOf(outer)
  const span = trace.getSpan(outer)
  if (!visit || !span) return
  const kept = withoutSecrets(text, visit)
  span.setAttributes({
    'db.system.name': 'sqlite',
    'db.query.text':
      kept.length > longestText ? `${kept.slice(0, longestText)}…` : kept,
  })
}
