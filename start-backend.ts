import { BadVariablesError } from './env'

/** So often the process itself looks for messages that are due. */
const lookEveryMs = 5_000

/**
 * Makes the backend ready: variables checked, database prepared, chores and
 * the exporter registered. A variable that makes no sense ends the start, with its name.
 */
export async function startBackend(): Promise<void> {
  try {
    const { env } = await import('./env')
    const { registerChore } = await import('./server/http/after-reply')
    const { deliverOutbox } = await import('./app/api/outbox/deliver')
    registerChore(deliverOutbox)
    if (env.spanExport) {
      const { SpanExport } = await import('./tracing/span-export')
      globalThis.backOfHouseSpanExport = new SpanExport(env.spanExport)
    }
    if (env.onVercel) return

    const { sharedClient } = await import('./db/client')
    const { prepareDatabase } = await import('./db/prepare')
    const { keepSources } = await import('./tracing/keep-sources')
    await prepareDatabase(sharedClient())
    await keepSources(sharedClient())
    const { authSecret } = await import('./env')
    authSecret()
    startClock()
  } catch (error) {
    if (!(error instanceof BadVariablesError)) console.error(error)
    else console.error(`This cannot start:\n${error.message}`)
    process.exit(1)
  }
}

/** The process's own clock: sends what is due, clears what has expired. */
function startClock(): void {
  const clock = setInterval(async () => {
    const { runChores } = await import('./server/http/after-reply')
    const { houseDatabase } = await import('./server/http/visit')
    const { sweepSandboxes } = await import('./server/sandbox/sandboxes')
    await runChores()
    await sweepSandboxes(houseDatabase(), Date.now()).catch(console.error)
  }, lookEveryMs)
  clock.unref()
}
