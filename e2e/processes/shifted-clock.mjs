/**
 * Loaded into a server before its own code (`--import`): its clock is off by
 * the milliseconds that stand in the file CLOCK_FILE, and follows when they
 * change, as a clock does that somebody sets.
 */
import { readFileSync } from 'node:fs'

const file = process.env.CLOCK_FILE
const RealDate = Date

/** It is looked at each time: what a test sets is true from then on. */
function now() {
  const offsetMs = file ? Number(readFileSync(file, 'utf8')) : 0
  return RealDate.now() + offsetMs
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
