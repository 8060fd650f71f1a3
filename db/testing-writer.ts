/**
 * A process of its own for tests: `write` puts numbered rows into a file that
 * others write too, `prepare` makes an empty file ready, `hold` keeps a file
 * for itself until its input ends.
 */
import { once } from 'node:events'
import { openClient } from './client'
import { prepareDatabase } from './prepare'

const [what, url = '', name = '', count = '0'] = process.argv.slice(2)
const client = openClient(url)

if (what === 'prepare') await prepareDatabase(client)
else if (what === 'hold') {
  const transaction = await client.transaction('write')
  process.stdout.write('held\n')
  await once(process.stdin.resume(), 'end')
  await transaction.rollback()
} else
  for (let at = 0; at < Number(count); at++) {
    const insert = { sql: 'insert into notes values (?, ?)', args: [name, at] }
    if (at % 2 === 0) await client.execute(insert)
    else {
      const transaction = await client.transaction('write')
      await transaction.execute(insert)
      // A turn of the event loop inside: the others are kept waiting longer.
      await new Promise((later) => setImmediate(later))
      await transaction.commit()
    }
  }
client.close()
