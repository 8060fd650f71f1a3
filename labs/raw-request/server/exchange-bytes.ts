import { once } from 'node:events'
import { connect } from 'node:net'
import { longestAnswer, longestWaitMs } from '@/contracts/raw-message'
import type { RawExchange } from '@/contracts/raw-request'
import { isWhole } from './is-whole'

/** What a server makes of bytes that are left over, it says at once. */
const lingerMs = 80

type Address = { host: string; port: number }

/** Writes the bytes to one connection, and reads what comes back. */
export async function exchangeBytes(
  address: Address,
  bytes: Buffer,
): Promise<RawExchange> {
  const socket = connect(address)
  await once(socket, 'connect')
  const isHead = bytes.subarray(0, 5).toString() === 'HEAD '
  const times: number[] = []
  let received = ''
  let ending: RawExchange['ending'] = 'closed'
  const end = (how: RawExchange['ending']) => {
    ending = how
    socket.destroy()
  }

  const patience = setTimeout(end, longestWaitMs, 'silent')
  const began = performance.now()
  socket.on('data', (chunk) => {
    times.push(performance.now() - began)
    received += chunk.toString('latin1')
    if (received.length >= longestAnswer) end('too-long')
    else if (isWhole(received, isHead)) setTimeout(end, lingerMs, 'answered')
  })
  // A server that has refused a message may cut it short: that is an answer.
  socket.on('error', () => socket.destroy())
  socket.write(bytes)
  await new Promise((closed) => socket.once('close', closed))
  clearTimeout(patience)

  return {
    sent: starred(bytes.toString('latin1')),
    received: starred(received.slice(0, longestAnswer)),
    firstByteMs: times[0] ?? null,
    lastByteMs: times.at(-1) ?? null,
    ending,
  }
}

/** Tokens are as long as they were, and nobody can read them. */
function starred(text: string): string {
  return text.replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, (token) =>
    '*'.repeat(token.length),
  )
}
