import { ApiProblemError } from './api-errors'
import { ensureSandbox, forgetSandbox } from './sandbox-session'

/**
 * Does something in this browser's sandbox, which is made if there is none. A
 * sandbox that has been cleared meanwhile is replaced, once.
 */
export async function withSandbox<Result>(
  work: () => Promise<Result>,
): Promise<Result> {
  const sandbox = await ensureSandbox()
  try {
    return await work()
  } catch (error) {
    const isGone =
      error instanceof ApiProblemError &&
      error.is('sandbox-expired', 'not-signed-in')
    if (!isGone || sandbox.place) throw error
    forgetSandbox(sandbox.id)
    await ensureSandbox()
    return work()
  }
}
