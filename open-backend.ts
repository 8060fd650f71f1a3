declare global {
  /** Put there by scripts/serve.mjs; no other server has it. */
  var backOfHouseServer:
    | {
        setsPeerHeader: boolean
        /** The one address on which it listens; undefined for all of them. */
        host: string | undefined
        takeBackend: (start: () => Promise<void>) => void
        startBackend?: () => Promise<void>
      }
    | undefined
}

/**
 * Checks the variables, then makes the backend ready. Pages that are built need
 * no backend: our own server sends them at once and starts it right after,
 * and what a door is asked before that waits (server/http/require-ready.ts).
 */
export async function openBackend(): Promise<void> {
  await orLeave(async () => void (await import('./env')))
  const server = globalThis.backOfHouseServer
  if (!server) return startBackend()

  let started: Promise<void> | undefined
  server.startBackend = () => (started ??= startBackend())
  server.takeBackend(server.startBackend)
}

async function startBackend(): Promise<void> {
  await orLeave(async () => {
    const { startBackend } = await import('./start-backend')
    await startBackend()
  })
}

/** A variable that makes no sense ends the start, with its name. */
async function orLeave(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'BadVariablesError')
      console.error(`This cannot start:\n${error.message}`)
    else console.error(error)
    process.exit(1)
  }
}
