/**
 * Loaded into a server before its own code (`--import`): its clock is off by
 * the milliseconds that stand in the file CLOCK_FILE, and follows when they
 * change, as a clock does that somebody sets.
 */
import { readFileSync } from 'node:fs'

const file = process.env.CLOCK_FILE
const RealDate = Date
const looksEveryMs = 20
let offsetMs = 0
let lookedAt = 0

function now() {
  const real = RealDate.now()
  if (file && real - lookedAt > looksEveryMs) {
    lookedAt = real
    offsetMs = Number(readFileSync(file, 'utf8'))
  }
  return real + offsetMs
}

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now())
    else super(...given)
  }
  static now() {
    return now()
  }
}
