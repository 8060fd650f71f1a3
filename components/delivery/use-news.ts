import { useEffect, useState } from 'react'
import { useFeed } from './feed'
import { actorNames, shortOf } from './order-progress'

/** The newest event, in a sentence for who does not see the screen. */
export function useNews(isWanted: boolean): string {
  const [sentence, setSentence] = useState('')
  const follow = useFeed()
  useEffect(() => {
    if (!isWanted) return
    return follow({
      onEvent: (event) => {
        const { data } = event
        if ('status' in data && 'order' in data) {
          const by = data.by ? ` by ${actorNames[data.by]}` : ''
          setSentence(`Order ${shortOf(data.order)} ${data.status}${by}.`)
        } else if (event.event === 'sandbox.emptied')
          setSentence('The sandbox was emptied. Every order in it is gone.')
        else if (event.event === 'courier.offered')
          setSentence(`Order ${shortOf(event.data.order)} needs a courier.`)
      },
    })
  }, [isWanted, follow])
  return sentence
}
