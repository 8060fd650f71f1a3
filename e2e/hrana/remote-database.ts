import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HranaServer } from './hrana-server'

/** Gives the tests a remote database; the workers find it in their environment. */
export default async function startRemoteDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'back-of-house-remote-'))
  const server = await HranaServer.start({ file: join(folder, 'remote.db') })
  process.env.TURSO_DATABASE_URL = server.url
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
