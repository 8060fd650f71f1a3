import type { Problem } from '@/contracts/problem'
import { ApiProblemError, BrokenContractError } from '../api-errors'
import { jsonRequest } from '../json-request'
import { sendRequest } from '../send-request'
import { withSandbox } from '../with-sandbox'

/** What a door made of something that the reader has shown it. */
export type Judgement<Told> = {
  traceId: string | null
  /** How long each step took on the server, in milliseconds, by its name. */
  steps: ReadonlyMap<string, number>
} & ({ told: Told; problem: null } | { told: null; problem: Problem })

/**
 * Shows a door something that it is to judge. A refusal after one of these
 * steps is its verdict; any other is about who asks, and thrown as ever.
 */
export function askJudge<Told>(
  { path, message }: { path: string; message: object },
  judging: readonly string[],
  isTold: (body: unknown) => body is Told,
): Promise<Judgement<Told>> {
  return withSandbox(async () => {
    try {
      const reply = await sendRequest(path, jsonRequest('POST', message))
      const { body: told, traceId, headers } = reply
      if (!isTold(told)) throw new BrokenContractError(`not from ${path}`)
      const steps = stepsIn(headers.get('server-timing'))
      return { told, problem: null, traceId, steps }
    } catch (error) {
      if (!(error instanceof ApiProblemError)) throw error
      const { problem, traceId, response } = error
      const fields = new Map(response.headers)
      const steps = stepsIn(fields.get('server-timing') ?? null)
      const isVerdict = judging.some((step) => steps.has(step))
      if (problem.status !== 401 || !isVerdict) throw error
      return { told: null, problem, traceId, steps }
    }
  })
}

/** The field as our doors write it: `check-it;dur=0.21;desc="check it"`. */
export function stepsIn(timing: string | null): ReadonlyMap<string, number> {
  const steps = new Map<string, number>()
  for (const [, ms, name = ''] of (timing ?? '').matchAll(
    /dur=([\d.]+);desc="([^"]+)"/g,
  ))
    steps.set(name, Number(ms))
  return steps
}
