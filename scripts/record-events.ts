import type { Exchange } from './record-api'

/**
 * Follows the events of a sandbox. What they told of an order is handed over
 * when it is asked for; the spans between are counted.
 */
export async function recordEvents(
  base: string,
  token: string,
  told: RegExp,
): Promise<() => Promise<Exchange>> {
  const leaving = new AbortController()
  const reply = await fetch(`${base}/api/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  })
  if (!reply.body) throw new Error('The stream has no body')
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const reading = (async () => {
    while (!text.includes('event: order.accepted')) {
      const { done, value } = await reader.read()
      if (done) return
      text += value
    }
  })()
  return async () => {
    await reading
    leaving.abort()
    const blocks = text.split('\n\n').slice(0, -1)
    const kept = blocks.filter(
      (block, at) => at === 0 || block.includes('event: order.'),
    )
    return {
      status: reply.status,
      headers: [...reply.headers].filter(([field]) => told.test(field)),
      body: `${kept.join('\n\n')}\n\n`,
      leftOut: [{ pointer: '', count: blocks.length - kept.length }],
    }
  }
}
