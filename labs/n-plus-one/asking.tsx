import { delaysMs, orderCounts } from '@/contracts/list-choices'
import type { KindWords } from '@/components/kind-words'
import { Pick } from '@/components/lab/pick'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Distance, Run, Size } from './verdict'

/** The light side: how long the list is, how far the database, and the list. */
export function Asking({
  orders,
  delayMs,
  run,
  isBusy,
  problem,
  sentence,
  choose,
  press,
  tryAgain,
}: {
  orders: Size
  delayMs: Distance
  run: Run | null
  isBusy: boolean
  problem: KindWords | null
  sentence: string
  choose: (change: { orders?: Size; delayMs?: Distance }) => void
  press: () => Promise<void>
  tryAgain: () => void
}) {
  return (
    <div className="lab-stack">
      <Pick
        label="Orders on the list"
        options={orderCounts.map((value) => ({ value, text: String(value) }))}
        value={orders}
        isDisabled={isBusy}
        onPick={(value) => choose({ orders: value })}
      />
      <Pick
        label="The way to the database and back"
        options={delaysMs.map((value) => ({ value, text: `${value} ms` }))}
        value={delayMs}
        isDisabled={isBusy}
        onPick={(value) => choose({ delayMs: value })}
      />
      <p className="plus-note">
        {delayMs === 0
          ? 'Here the database is in the same process as the code, so a statement has no way to go. Many are not: their server stands elsewhere.'
          : `This lab waits ${delayMs} ms before each statement, for real, as a network between the code and the database would make it wait.`}
      </p>
      <button
        type="button"
        className="lab-press"
        disabled={isBusy}
        onClick={() => void press()}
      >
        <Icon name="play" size={16} />
        {isBusy ? 'Reading' : 'List the orders both ways'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      <Orders run={run} />
    </div>
  )
}

const mostShown = 4

/** The list itself, as far as there is room for it. */
function Orders({ run }: { run: Run | null }) {
  if (!run) return null
  const { orders } = run.sound.told
  const more = orders.length - mostShown
  return (
    <ul className="plus-orders">
      {orders.slice(0, mostShown).map(({ id, lines }) => (
        <li key={id}>
          <b className="num">{id}</b>
          <span>
            {lines
              .map(({ name, quantity }) => `${quantity} × ${name}`)
              .join(', ')}
          </span>
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  )
}
