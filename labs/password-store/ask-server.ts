import type { LeakedRow, OwnRow, PasswordRun } from '@/contracts/password-store'
import type { Cost } from '@/contracts/password-store-choices'
import { askLab } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'

/** One press: what leaked, and what a guesser made of it. */
export type Run = PasswordRun & { cost: Cost; traceId: string | null }

/** The reader's own password, hashed. It is in this page and nowhere else. */
export type Own = OwnRow & { password: string }

type Asking = { cost: Cost; onWait: () => void }

export async function leak({ cost, onWait }: Asking): Promise<Run> {
  const path = '/api/labs/password-store'
  const question = { path, message: { cost }, onWait }
  const { told, traceId } = await askLab(question, isRun)
  return { ...told, cost, traceId }
}

export async function hashOwn(
  password: string,
  { cost, onWait }: Asking,
): Promise<Own> {
  const path = '/api/labs/password-store/own'
  const question = { path, message: { password, cost }, onWait }
  const { told } = await askLab(question, isOwnRow)
  return { ...told, password }
}

function isRun(body: unknown): body is PasswordRun {
  return (
    isRecord(body) &&
    typeof body.words === 'number' &&
    typeof body.hashingMs === 'number' &&
    Array.isArray(body.rows) &&
    body.rows.every(isLeaked) &&
    isGuessing(body.fast) &&
    isGuessing(body.slow)
  )
}

function isLeaked(value: unknown): value is LeakedRow {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    typeof value.plain === 'string' &&
    isHashed(value)
  )
}

function isHashed({ fast, salt, slow }: Record<string, unknown>): boolean {
  return [fast, salt, slow].every((one) => typeof one === 'string')
}

function isGuessing(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.guesses === 'number' &&
    typeof value.tookMs === 'number' &&
    Array.isArray(value.found)
  )
}

function isOwnRow(value: unknown): value is OwnRow {
  return (
    isRecord(value) &&
    isHashed(value) &&
    (value.place === null || typeof value.place === 'number')
  )
}
