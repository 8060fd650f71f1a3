import { ContractTrial } from '@/contracts/break-the-contract'
import {
  changeContract,
  readOrderContract,
} from '@/labs/break-the-contract/server/changed-contract'
import {
  checkerOf,
  complaintsAbout,
} from '@/labs/break-the-contract/server/checker-of'
import { compare } from '@/labs/break-the-contract/server/compare'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Changes the contract of orders, compares, and checks an answer by it. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { change, isStrict, answer } = await step('read the experiment', () =>
    readJson(request, ContractTrial),
  )

  const contract = await step('read the contract', () => readOrderContract())
  const changed = await step('change the contract', () =>
    changeContract(contract, change),
  )
  const differences = await step('compare the contracts', () =>
    compare(contract, changed),
  )
  const complaints = await step('check the answer by the old contract', () =>
    complaintsAbout(answer, checkerOf(contract, 'Order', isStrict)),
  )
  return { status: 200, body: { differences, complaints } }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
