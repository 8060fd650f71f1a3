import { useState } from 'react'
import type { CourierNote, KeptCourierNote } from '@/contracts/encrypt-lab'
import { BrokenContractError, ToldError } from '@/components/api-errors'
import { decode, encode } from '@/components/base64url'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { isRecord } from '@/components/read-reply'
import {
  canSeal,
  makeKey,
  makeNonce,
  seal,
  unseal,
  withFlips,
  type Bytes,
} from './seal'

export type Kept = LabReply<KeptCourierNote>

/** One note, sent as it was and sealed. The key stays here. */
export type Sent = {
  text: string
  key: CryptoKey
  /** As they came back out of the row. */
  nonce: Bytes
  sealed: Bytes
  open: Kept
  hidden: Kept
}

type State = {
  sent: Sent | null
  /** Which bytes had their last bit turned over on the way back. */
  flips: ReadonlySet<number>
  /** What came out when it was opened; null where it would not open. */
  opened: string | null
  /** Whether it has ever been opened with a bit turned over. */
  hasFlipped: boolean
}

export const firstNote = 'The bell is shy. Please knock twice.'
const atFirst: State = {
  sent: null,
  flips: new Set(),
  opened: null,
  hasFlipped: false,
}

/** A note for the courier, sealed in this page. */
export function useSealing() {
  const [text, setText] = useState(firstNote)
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<true>()

  const press = () =>
    attempt(async ({ isMine, work }) => {
      if (!canSeal()) throw new ToldError(noCryptography)
      work(true)
      const sent = await sendTwice(text)
      if (!isMine()) return
      const opened = await unseal(sent.key, sent.nonce, sent.sealed)
      setState({ ...atFirst, sent, opened })
    })

  async function flip(at: number) {
    const { sent, flips } = state
    if (!sent) return
    const next = new Set(flips)
    if (!next.delete(at)) next.add(at)
    const opened = await unseal(
      sent.key,
      sent.nonce,
      withFlips(sent.sealed, next),
    )
    setState((now) => ({
      ...now,
      flips: next,
      opened,
      hasFlipped: now.hasFlipped || next.size > 0,
    }))
  }

  return {
    ...state,
    text,
    isBusy: busy !== null,
    problem,
    write: setText,
    press,
    tryAgain,
    flip,
    clear: () => {
      stop()
      setState(atFirst)
    },
    reset: () => {
      stop()
      setState(atFirst)
      setText(firstNote)
    },
  }
}

export type Sealing = ReturnType<typeof useSealing>

async function sendTwice(text: string): Promise<Sent> {
  const key = await makeKey()
  const nonce = makeNonce()
  const sealed = await seal(key, nonce, text)
  const open = await keep({ kind: 'open', note: text })
  const hidden = await keep({
    kind: 'sealed',
    nonce: encode(nonce),
    note: encode(sealed),
  })
  const { row } = hidden.told
  return {
    text,
    key,
    nonce: bytesIn(row.nonce ?? ''),
    sealed: bytesIn(row.note),
    open,
    hidden,
  }
}

/** What the server kept is what it was sent, or nothing can be opened. */
function bytesIn(text: string) {
  const bytes = decode(text)
  if (bytes === null) throw new BrokenContractError('not base64url')
  return bytes
}

function keep(message: CourierNote): Promise<Kept> {
  return askLab({ path: '/api/labs/encrypt', message }, isKept)
}

function isKept(body: unknown): body is KeptCourierNote {
  return (
    isRecord(body) &&
    isRecord(body.row) &&
    typeof body.row.note === 'string' &&
    typeof body.disk === 'string' &&
    typeof body.line === 'string'
  )
}

const noCryptography = {
  title: 'No cryptography on this address',
  text: 'Browsers hand it out over HTTPS, and on the machine itself. This page came another way, so nothing could be sealed, and nothing was sent.',
  way: { do: 'try-again', label: 'Try again', waitMs: 0 },
  href: null,
} as const
