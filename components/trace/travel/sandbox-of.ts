import type { Trace } from '@/contracts/trace'
import { sandboxHint } from '@/components/sandbox-session'

/** The sandbox that a trace names: the browser knows it, or the spans do. */
export function sandboxOf({ spans }: Trace): string {
  const named = /\bsbx_[0-9a-f]{32}\b/.exec(JSON.stringify(spans))
  return named?.[0] ?? sandboxHint()?.id ?? ''
}
