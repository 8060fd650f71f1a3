import { autopilotRides } from './app/api/deliveries/autopilot'
import { autopilotCooks } from './app/api/orders/autopilot'
import { deliverOutbox } from './app/api/outbox/deliver'
import { lookAtTheSky } from './app/api/weather/look-ahead'
import { sharedClient } from './db/client'
import { prepareDatabase } from './db/prepare'
import { authSecret, env } from './env'
import { registerChore, runChores } from './server/http/chores'
import { registerErrand } from './server/http/errand'
import { houseDatabase } from './server/http/visit'
import { sweepSandboxes } from './server/sandbox/sandboxes'
import { keepSources } from './tracing/keep-sources'

/** So often the process itself looks for messages and moves that are due. */
const lookEveryMs = 1_000
/** Expired sandboxes can wait a little longer. */
const sweepEveryMs = 5_000

/**
 * Makes the backend ready: chores and the exporter registered, database
 * prepared, the secret made.
 */
export async function startBackend(): Promise<void> {
  registerChore(deliverOutbox)
  registerChore(autopilotCooks)
  registerChore(autopilotRides)
  registerErrand(lookAtTheSky)
  if (env.spanExport) {
    const { SpanExport } = await import('./tracing/span-export')
    globalThis.backOfHouseSpanExport = new SpanExport(env.spanExport)
  }
  if (env.onVercel) return

  await prepareDatabase(sharedClient())
  await keepSources(sharedClient())
  authSecret()
  startClock()
}

/** The process's own clock: sends what is due, clears what has expired. */
function startClock(): void {
  let sweptAt = Date.now()
  const clock = setInterval(async () => {
    await runChores()
    if (Date.now() - sweptAt < sweepEveryMs) return
    sweptAt = Date.now()
    await sweepSandboxes(houseDatabase(), Date.now()).catch(console.error)
  }, lookEveryMs)
  clock.unref()
}
