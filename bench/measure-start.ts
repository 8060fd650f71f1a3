import { compare, type Result } from './results'
import { alternate } from './rounds'
import { startSite, startStock, stopServer } from './start-server'

/** From spawn to the whole first page, on a database that is there already. */
export async function measureStart(folder: string): Promise<Result[]> {
  const begin = { site: startSite, stock: startStock }
  const readyMs = await alternate(['site', 'stock'] as const, async (name) => {
    const server = await begin[name](folder)
    await stopServer(server)
    return server.readyMs
  })
  const row = {
    what: 'spawn to first page',
    unit: 'ms',
    floorName: 'next start',
  }
  return [compare(row, readyMs.site, readyMs.stock)]
}
