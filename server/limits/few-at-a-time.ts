import { ProblemError } from '@/server/http/errors'

const mostAtOnce = 2

declare global {
  var backOfHouseLabRuns: Map<string, number> | undefined
}

/**
 * Does the heavy work of a lab, two of a kind at a time on this whole server.
 * Whoever comes third is told to wait, before anything was begun.
 */
export async function fewAtATime<Result>(
  lab: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const running = (globalThis.backOfHouseLabRuns ??= new Map())
  const others = running.get(lab) ?? 0
  if (others >= mostAtOnce) throw new LabBusyError()

  running.set(lab, others + 1)
  try {
    return await work()
  } finally {
    running.set(lab, (running.get(lab) ?? 1) - 1)
  }
}

export class LabBusyError extends ProblemError {
  override name = 'LabBusyError'
  constructor() {
    super(
      'lab-busy',
      'Two readers are running this now, and that is as many as may.',
      { headers: { 'Retry-After': '2' } },
    )
  }
}
