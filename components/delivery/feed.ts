import { createContext, useContext } from 'react'
import { followEventFeed, type FeedListener } from '@/components/event-feed'

/** Follows the events of the sandbox; returns the way to stop. */
export type Follow = (listener: FeedListener) => () => void

/**
 * Where a screen hears the events from: the one stream of this browser, unless
 * somebody around the screen gives it a line of its own.
 */
const FeedContext = createContext<Follow>(followEventFeed)

export const FeedProvider = FeedContext.Provider

export function useFeed(): Follow {
  return useContext(FeedContext)
}
