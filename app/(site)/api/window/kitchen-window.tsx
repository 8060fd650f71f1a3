'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { StreamState } from '@/components/event-stream'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Icon } from '@/components/ui/icon'
import { sentenceOf, type Arrival } from './arrivals'
import { useArrivals } from './use-arrivals'

/** The hatch at the foot of the page: what the reader's own tools send lands here. */
export function KitchenWindow() {
  const { arrivals, stream, hasSandbox } = useArrivals()
  const [isOpen, setIsOpen] = useState(false)
  const [newest, ...others] = arrivals
  return (
    <section
      className="window"
      aria-label="Kitchen window"
      data-stream={stream}
    >
      {isOpen && others.length > 0 && (
        <ol className="window-list" id="window-list" aria-label="Earlier">
          {others.map((arrival) => (
            <li key={arrival.spanId ?? arrival.traceId}>
              <ArrivalLine arrival={arrival} />
            </li>
          ))}
        </ol>
      )}
      <div className="window-bar">
        <p className="window-name">
          <span className="caps">Kitchen window</span>
          <span className="window-state">{stateWords(stream, hasSandbox)}</span>
        </p>
        {newest ? (
          <ArrivalLine
            key={newest.spanId ?? newest.traceId}
            arrival={newest}
            isNew
          />
        ) : (
          <p className="window-empty">
            Nothing from outside yet. Copy a request, run it in your terminal:
            it lands here.
          </p>
        )}
        {others.length > 0 && (
          <button
            type="button"
            className="button"
            aria-expanded={isOpen}
            aria-controls="window-list"
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Hide earlier' : `${others.length} earlier`}
          </button>
        )}
      </div>
      <SpokenLine>{newest ? sentenceOf(newest) : ''}</SpokenLine>
    </section>
  )
}

function stateWords(stream: StreamState, hasSandbox: boolean): string {
  if (!hasSandbox) return 'opens with your first copy'
  if (stream === 'open') return 'open'
  return stream === 'waiting' ? 'looking for the server' : 'opening'
}

/** One request as a strip of a ticket. */
function ArrivalLine({
  arrival,
  isNew = false,
}: {
  arrival: Arrival
  isNew?: boolean
}) {
  const { method, path, status, client, order, traceId } = arrival
  const isRefused = status !== null && status >= 400
  return (
    <div
      className={`arrival ${isRefused ? 'r-fail' : 'r-network'} ${isNew ? 'is-new' : ''}`}
    >
      <span className="arrival-line">
        <b>{method}</b> {path}
      </span>
      <span className="arrival-status">
        {status === null ? 'on its way' : status}
        {isRefused && ' refused'}
      </span>
      <span className="arrival-from">{client ?? ''}</span>
      <span className="arrival-order">{order ? order.status : ''}</span>
      <time dateTime={new Date(arrival.at).toISOString()}>
        {clockOf(arrival.at)}
      </time>
      <Link href={`/trace/${traceId}`} prefetch={false}>
        Open the trace
        <span className="sr-only">
          {' '}
          of {method} {path}
        </span>
        <Icon name="arrow-right" size={14} />
      </Link>
    </div>
  )
}

function clockOf(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB')
}
