import type { LetIn, LoggedIn, LoggedOut } from '@/contracts/session-lab'
import type {
  Device,
  LoginSeconds,
  TicketWay,
} from '@/contracts/session-lab-choices'
import { BrokenContractError } from '@/components/api-errors'
import { askJudge } from '@/components/lab/ask-judge'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import { withSandbox } from '@/components/with-sandbox'

const path = '/api/labs/session-or-token'

export type Ticket = { device: Device; way: TicketWay; token: string }

/** A ticket that was shown at the door, and what the door made of it. */
export type Visit = {
  device: Device
  way: TicketWay
  isLetIn: boolean
  traceId: string | null
  /** How long the row was looked for, in ms; null where nobody looked. */
  lookUpMs: number | null
  /** How long the signature was checked; null where there is none. */
  checkMs: number | null
}

/** Logs in on a device: three tickets for the same login. */
export async function logIn(
  device: Device,
  seconds: LoginSeconds,
): Promise<{ tickets: Ticket[]; traceId: string | null }> {
  const message = { device, seconds }
  const { told, traceId } = await askLab({ path, message }, isLoggedIn)
  const tickets = told.tickets.map((ticket) => ({ device, ...ticket }))
  return { tickets, traceId }
}

export async function logOutEverywhere(): Promise<LabReply<LoggedOut>> {
  const { body, traceId } = await withSandbox(() =>
    sendRequest(path, { method: 'DELETE' }),
  )
  if (!isLoggedOut(body)) throw new BrokenContractError('not a log-out')
  return { told: body, traceId }
}

const lookUp = 'look up the session'
const check = 'check the ticket'

export async function showTicket(ticket: Ticket): Promise<Visit> {
  const { device, way, token } = ticket
  const { told, traceId, steps } = await askJudge(
    { path: `${path}/visits`, message: { way, token } },
    [lookUp, check],
    isLetIn,
  )
  return {
    device,
    way,
    isLetIn: told !== null,
    traceId,
    lookUpMs: steps.get(lookUp) ?? null,
    checkMs: steps.get(check) ?? null,
  }
}

function isLoggedIn(body: unknown): body is LoggedIn {
  return isRecord(body) && Array.isArray(body.tickets)
}

function isLoggedOut(body: unknown): body is LoggedOut {
  return isRecord(body) && typeof body.rows === 'number'
}

function isLetIn(body: unknown): body is LetIn {
  return isRecord(body) && typeof body.name === 'string'
}
