import type { CardQuestion } from '@/components/predict/prediction-card'
import { answerOf } from '@/components/wire/answer-of'
import type { Exchange } from '@/components/wire/send-raw'
import type { Preset } from './presets'

/** The question to bet on before a message is sent. */
export function questionFor({ bets }: Preset): CardQuestion {
  return {
    ask: 'What will the server answer first?',
    isMany: false,
    options: [...bets, 'other' as const].map((bet) => ({
      id: String(bet),
      text:
        bet === 'none' ? 'Nothing' : bet === 'other' ? 'Another' : String(bet),
    })),
  }
}

/** The status that came first, 100 included; null where none came. */
function firstStatus({ received }: Exchange): number | null {
  const answer = answerOf(received)
  if (answer) return answer.before[0] ?? answer.status
  const [, code] = /^HTTP\/1\.\d (\d{3})/.exec(received) ?? []
  return code === undefined ? null : Number(code)
}

/** What the run says to the question. */
export function runAnswer({ bets }: Preset, exchange: Exchange) {
  const status = firstStatus(exchange)
  const bet = bets.find((one) => one === (status ?? 'none'))
  return {
    ids: [String(bet ?? 'other')],
    said:
      status === null
        ? 'Nothing came back.'
        : `${status}, after ${milliseconds(exchange.firstByteMs)}.`,
  }
}

const endings: Record<Exchange['ending'], string> = {
  answered: 'The answer was whole, and we hung up.',
  closed: 'The server closed the connection.',
  silent: 'Nothing more came for three seconds, and we hung up.',
  'too-long': 'More came than is read here, and we hung up.',
}

export function endingOf({ ending, by }: Exchange): string {
  return by === 'fetch' ? 'The browser read the answer.' : endings[ending]
}

export function sentenceOf(
  exchange: Exchange | null,
  isSending: boolean,
): string {
  if (isSending) return 'The bytes are on their way.'
  if (!exchange) return 'Nothing has been sent yet.'
  const answer = answerOf(exchange.received)
  const sent = `${count(exchange.sent.length)} bytes went out`
  if (!answer) return `${sent}, and no answer came back.`
  const { status, reason } = answer
  return `${sent}; ${status} ${reason} came back after ${milliseconds(exchange.firstByteMs)}.`
}

export function milliseconds(ms: number | null): string {
  return ms === null ? '–' : `${ms.toFixed(1)} ms`
}

export function count(bytes: number): string {
  return bytes.toLocaleString('en')
}
