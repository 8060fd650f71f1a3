import { PowerCut } from '@/contracts/power-cut'
import { cutPower } from '@/labs/power-cut/server/cut-power'
import { readProgram } from '@/labs/power-cut/server/read-program'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { fewAtATime } from '@/server/limits/few-at-a-time'
import { limitRate } from '@/server/limits/limit-rate'
import { requireProcesses } from '@/server/site/require-processes'

/** An order whose process is killed, once without a transaction, once with. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { moment } = await step('read where the power goes', () =>
    readJson(request, PowerCut),
  )

  await step('see if processes can be started', () => requireProcesses())
  return fewAtATime('power-cut', async () => {
    const alone = await step('cut the power, each write alone', () =>
      cutPower(moment, 'alone'),
    )
    const together = await step('cut the power in a transaction', () =>
      cutPower(moment, 'together'),
    )
    const program = await step('read the program that was run', () =>
      readProgram(),
    )
    return { status: 201, body: { moment, program, alone, together } }
  })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
