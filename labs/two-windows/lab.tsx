'use client'

import Link from 'next/link'
import { LabBet } from '@/components/lab/lab-bet'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Icon } from '@/components/ui/icon'
import { useIsEmbedded } from '@/components/use-is-embedded'
import { BrowserWindow, useCanBeOther } from './browser-window'
import { answerOf, question, sentenceOf } from './observations'
import { OutcomeTable } from './outcome-table'
import { useWindows } from './use-windows'

/** One count kept in three places, in two windows and in another browser. */
export function TwoWindowsLab() {
  const windows = useWindows()
  const { observed, round } = windows
  const sentence = sentenceOf(observed)
  return (
    <div className="lab-stage two-lab">
      <div className="front">
        <LabBet
          key={round}
          question={question}
          answer={answerOf(observed)}
          isLocked={observed.reload !== null}
          onAgain={() => void windows.reset()}
        />
      </div>
      <div className="lab-bar front">
        <span aria-hidden="true">{sentence}</span>
        <button
          type="button"
          className="button"
          onClick={() => void windows.reset()}
        >
          <Icon name="retry" size={15} />
          Reset
        </button>
      </div>
      <SpokenLine>{sentence}</SpokenLine>
      <div className="lab-front front">
        <Windows key={round} windows={windows} />
        <OutcomeTable observed={observed} />
      </div>
      <div className="two-pass" aria-hidden="true" />
      <div className="lab-back back two-server">
        <ServerRow
          count={observed.A.counts?.server ?? observed.B.counts?.server ?? null}
        />
        <LabTrace
          traceId={observed.traceId}
          title="What the last press did on the server"
          maxRows={9}
        />
      </div>
    </div>
  )
}

const ownAddress = '/labs/two-windows'

function Windows({ windows }: { windows: ReturnType<typeof useWindows> }) {
  const canBeOther = useCanBeOther()
  const { hasOther, hold, reload, openOther } = windows
  if (useIsEmbedded())
    return (
      <p className="two-elsewhere">
        Windows of this site open on this site only.{' '}
        <Link href={ownAddress} prefetch={false}>
          Open the lab in full
        </Link>
        , and they are there.
      </p>
    )
  return (
    <div className="two-windows">
      <BrowserWindow
        name="A"
        whose="your browser"
        frame={hold('A')}
        onReload={() => reload('A')}
      />
      <BrowserWindow
        name="B"
        whose="your browser"
        frame={hold('B')}
        onReload={() => reload('B')}
      />
      {hasOther && canBeOther && (
        <BrowserWindow
          name="C"
          whose="another browser"
          isOther
          frame={hold('C')}
          onReload={() => reload('C')}
        />
      )}
      {!canBeOther && (
        <p className="two-elsewhere">
          This browser cannot open a window without its cookies and storage. For
          the last column open this page in a private window, or on a phone, and
          compare.
        </p>
      )}
      {canBeOther && !hasOther && (
        <p className="two-open">
          <button type="button" className="button" onClick={openOther}>
            <Icon name="plus" size={15} />
            Open another browser
          </button>
          <span>
            A window without any of this browser’s cookies and storage, as on a
            stranger’s phone.
          </span>
        </p>
      )}
    </div>
  )
}

/** The count as the server has it, by what the windows were last told. */
function ServerRow({ count }: { count: number | null }) {
  return (
    <div className="two-row r-data">
      <h3>The row on the server</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">tallies.sandbox_id</th>
            <th scope="col">tallies.count</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{count ? 'yours' : 'no row yet'}</td>
            <td>{count ?? '–'}</td>
          </tr>
        </tbody>
      </table>
      <p>
        A window hears of this row when it asks: as it loads, as it is pressed,
        and as you look into it. Nobody calls it.
      </p>
    </div>
  )
}
