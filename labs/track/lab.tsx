'use client'

import { useRef } from 'react'
import { CourierScreen } from '@/components/delivery/courier/courier-screen'
import { FeedProvider } from '@/components/delivery/feed'
import { KitchenScreen } from '@/components/delivery/kitchen/kitchen-screen'
import { SidesNav } from '@/components/delivery/sides-nav'
import { StartOver } from '@/components/delivery/start-over'
import { ContinueOnPhone } from '@/components/members/continue-on-phone'
import { medianOf } from '@/components/plot/median'
import { EventLog } from './event-log'
import { GuestScreen } from './guest-screen'
import { cutMs, parts, useReaders } from './use-readers'

/** One order on three screens, and between them the log that all three read. */
export function TrackLab() {
  const view = useRef<HTMLDivElement>(null)
  const { log, readers, openAll } = useReaders(view)
  const openStreams = parts.filter((part) => log.streams[part] === 'open')
  const median = medianOf(log.delays)
  return (
    <div className="track" ref={view}>
      <SidesNav current="/labs/track" />
      <div className="track-facts">
        <p>
          Open streams <b className="num">{openStreams.length}</b>
        </p>
        <p>
          Events <b className="num">{log.events}</b>
        </p>
        <p>
          Median delay{' '}
          <b className="num">{median === null ? 'none yet' : `${median} ms`}</b>
        </p>
        <StartOver onDone={() => {}} />
      </div>
      <div className="track-grid">
        <div className="track-guest">
          <FeedProvider value={readers.guest.follow}>
            <GuestScreen openAll={openAll} />
            <ContinueOnPhone start="courier" />
          </FeedProvider>
        </div>
        <div className="track-kitchen">
          <FeedProvider value={readers.kitchen.follow}>
            <KitchenScreen takesOver={false} />
          </FeedProvider>
        </div>
        <p className="track-pass caps" aria-hidden="true">
          <span>The pass</span>
          <span>three screens outside, one server inside</span>
        </p>
        <EventLog log={log} onCut={(part) => readers[part].cut(cutMs)} />
        <div className="track-courier">
          <FeedProvider value={readers.courier.follow}>
            <CourierScreen takesOver={false} />
          </FeedProvider>
        </div>
      </div>
    </div>
  )
}
