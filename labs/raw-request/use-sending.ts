import { useState } from 'react'
import { useAttempt } from '@/components/lab/use-attempt'
import { sendRaw, type Exchange } from '@/components/wire/send-raw'

/** One message after another; what an older one brings is not shown. */
export function useSending() {
  const [exchange, setExchange] = useState<Exchange | null>(null)
  const { busy, problem, attempt, stop } = useAttempt<true>()

  function send(text: string) {
    setExchange(null)
    void attempt(async ({ isMine, work }) => {
      work(true)
      const came = await sendRaw(text)
      if (isMine()) setExchange(came)
    })
  }

  function clear() {
    stop()
    setExchange(null)
  }
  return { isSending: busy !== null, exchange, problem, send, clear }
}
