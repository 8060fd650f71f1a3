import { join } from 'node:path'
import type { CutOutcome, Moment, Way } from '@/contracts/power-cut'
import { withScratchFolder } from '@/db/scratch-folder'
import { readDrawers } from './read-drawers'
import { readLog } from './read-log'
import { Writer } from './writer'

/**
 * Has a process write an order into a database of its own, kills it at that
 * moment, opens the file again, and tells what is left.
 */
export function cutPower(moment: Moment, way: Way): Promise<CutOutcome> {
  return withScratchFolder(async (folder) => {
    const file = join(folder, 'plateful.db')
    const writer = new Writer(file, way)
    try {
      const own = await writer.reach(moment)
      const { held: others } = readDrawers(file)

      const killed = await writer.kill()
      const log = await readLog(file)
      const { held: left, ...reopened } = readDrawers(file)
      return { ...killed, own, others, log, left, ...reopened }
    } finally {
      await writer.kill()
    }
  })
}
