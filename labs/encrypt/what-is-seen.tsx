import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { HexRows } from './hex-rows'
import type { Kept, Sent } from './use-sealing'
import { placeIn, rowsAround } from './verdict'

/** What the wire, the row and the disk have of the note, both ways. */
export function WhatIsSeen({ sent }: { sent: Sent | null }) {
  if (!sent)
    return (
      <p className="lab-trace-rest">
        What the server, its database and its disk have of the note stands here,
        once it has been sent.
      </p>
    )
  return (
    <TwoOutcomes
      label="The same note, open and sealed"
      naive={{
        title: 'Sent as it is',
        isBroken: true,
        children: <Seen kept={sent.open} sent={sent} />,
      }}
      sound={{
        title: 'Sealed in this page',
        children: <Seen kept={sent.hidden} sent={sent} />,
      }}
    />
  )
}

function Seen({ kept: { told }, sent }: { kept: Kept; sent: Sent }) {
  const { row } = told
  const disk = atob(told.disk)
  const at = placeIn(disk, row.note) ?? 0
  const found = placeIn(disk, sent.text)
  return (
    <div className="seal-seen">
      <h5>The row, as the server reads it</h5>
      <p className={`seal-value ${row.nonce === null ? 'r-fail' : 'r-data'}`}>
        {row.note}
      </p>
      <h5>The disk</h5>
      <HexRows
        rows={rowsAround(disk, at, row.note.length, 9)}
        label={
          row.nonce === null
            ? 'The disk with the open note'
            : 'The disk with the sealed note'
        }
      />
      <p className="lab-note">
        {found === null
          ? `In none of the file’s ${figure(disk.length)} bytes do your words stand.`
          : `Your words stand in the file, from byte ${figure(found)} of ${figure(disk.length)} on. Whoever has a copy of it has them.`}
      </p>
    </div>
  )
}

/** The same open note once more, as somebody on the line has it. */
export function OnTheLine({ sent }: { sent: Sent }) {
  const line = atob(sent.open.told.line)
  const found = placeIn(line, sent.text)
  return (
    <div className="seal-line">
      <h3>The open note on a line with TLS</h3>
      <HexRows
        rows={rowsAround(line, 0, 5, 8)}
        label="What a listener has of the line"
      />
      <p className="lab-note">
        The server has sent the open note once more, from one end of a TLS
        connection to the other, and listened in between. Marked is the head of
        the record: 17 says data, 03 03 says TLS 1.2, and then how much.{' '}
        {found === null
          ? 'The words stand in none of it.'
          : 'The words stand in it, which must not be.'}{' '}
        At the other end they come out whole. So does everything that you send
        over HTTPS: the line does not read it, and the server does.
      </p>
    </div>
  )
}

function figure(count: number): string {
  return count.toLocaleString('en')
}
