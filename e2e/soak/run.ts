/**
 * `npm run soak`: 10,000 orders on bad lines, from a server that is killed at
 * random. Prints what was counted. Needs a build (`npm run build`); loopback
 * only. `npm run soak -- 500 5` orders 500 times and kills 5 times.
 */
import { soak } from './soak'

const [orders = 10_000, kills = 100] = process.argv.slice(2).map(Number)
if (
  ![orders, kills].every((number) => Number.isInteger(number) && number > 0)
) {
  console.error('npm run soak -- <orders> <kills>, both whole numbers.')
  process.exit(1)
}
const counts = await soak({ orders, kills, guests: 24 }, console.log)
const labels: Record<keyof typeof counts, string> = {
  orders: 'orders acknowledged',
  kills: 'times the server was killed (SIGKILL) and started again',
  cuts: 'connections cut',
  repeats: 'requests sent again under the same key',
  resumed: 'event streams resumed',
  seconds: 'seconds',
  lost: 'acknowledged orders lost',
  doubled: 'orders doubled',
  otherBytes: 'repeats that were not answered byte for byte',
  halfWritten: 'orders half-written',
  unprinted: 'orders whose ticket was never printed',
  printedTwice: 'tickets printed twice',
  outOfSequence: 'orders whose events are out of sequence',
  unfinished: 'orders that the autopilot left behind',
  eventsFollowed: 'events followed through cuts and restarts',
  eventsMissed: 'events missed',
  eventsTwice: 'events heard twice or out of order',
  isWhole: 'the database is whole',
}
const width = Math.max(...Object.values(labels).map(({ length }) => length))
for (const [name, label] of Object.entries(labels))
  console.log(`${label.padEnd(width)}  ${counts[name as keyof typeof counts]}`)

const { lost, doubled, otherBytes, halfWritten, unprinted, ...rest } = counts
const { printedTwice, outOfSequence, unfinished, eventsMissed } = rest
const wrong =
  lost +
  doubled +
  otherBytes +
  halfWritten +
  unprinted +
  printedTwice +
  outOfSequence +
  unfinished +
  eventsMissed +
  rest.eventsTwice
process.exit(wrong === 0 && counts.isWhole ? 0 : 1)
