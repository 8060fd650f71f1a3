import { env } from '@/env'
import { ProblemError } from '@/server/http/errors'

/** A server may start processes of its own; a function on Vercel may not. */
export function requireProcesses(): void {
  if (env.onVercel) throw new NoProcessesError()
}

export class NoProcessesError extends ProblemError {
  override name = 'NoProcessesError'
  constructor() {
    super(
      'not-on-this-platform',
      'This deployment runs as functions, which may start no process to kill.',
    )
  }
}
