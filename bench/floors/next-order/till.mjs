import { Till } from './recorded-order.mjs'
import { span } from './tracing.mjs'

/** One for the process: every route has its own copy of a module. */
export function getTill() {
  return (globalThis.floorTill ??= Till.open(
    process.env.FLOOR_DATABASE,
    process.env.FLOOR_RECORDING,
    span,
  ))
}
