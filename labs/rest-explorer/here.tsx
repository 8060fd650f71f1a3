import { useState } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { actsAt, dishesIn, order } from './acts'
import type { Ask, Stop } from './send-ask'
import { Tasks } from './task-list'
import type { Walk } from './use-walk'
import { get, orderAt, starts } from './ways'

/** The reader's side: where to begin, what to do here, and what to try. */
export function Here({ walk, sentence }: { walk: Walk; sentence: string }) {
  const { here, stops, problem, press, tryAgain } = walk
  return (
    <div className="lab-stack">
      <section className="walk-acts" aria-label="Begin">
        <h4>Begin at an address</h4>
        {starts.map((path) => (
          <Send
            key={path}
            says={path}
            sends="GET"
            onSend={() => press(get(path, 'start'))}
          />
        ))}
      </section>
      {here ? (
        <DoHere stop={here} press={press} />
      ) : (
        <p className="lab-note">
          These two are all that you are told. Every other address stands in a
          reply, underlined: press it there.
        </p>
      )}
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      <OtherWindow walk={walk} />
      <Tasks stops={stops} />
    </div>
  )
}

function DoHere({
  stop,
  press,
}: {
  stop: Stop
  press: (ask: Ask) => Promise<void>
}) {
  return (
    <section className="walk-acts" aria-label="What you can do here">
      <h4>
        At <code>{stop.path}</code>
      </h4>
      <OrderADish key={stop.number} stop={stop} press={press} />
      {actsAt(stop).map(({ id, says, sends, ask }) => (
        <Send key={id} says={says} sends={sends} onSend={() => press(ask())} />
      ))}
    </section>
  )
}

/** A menu names dishes; an order is what the contract makes of one. */
function OrderADish({
  stop,
  press,
}: {
  stop: Stop
  press: (ask: Ask) => Promise<void>
}) {
  const dishes = dishesIn(stop)
  const [dish, setDish] = useState(dishes[0]?.id ?? '')
  const restaurant = stop.path.split('/').at(-1) ?? ''
  if (dishes.length === 0) return null
  return (
    <div className="walk-dish">
      <label>
        <span className="sr-only">A dish of this menu</span>
        <select value={dish} onChange={({ target }) => setDish(target.value)}>
          {dishes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Send
        says="Order one of it"
        sends="POST /api/orders"
        onSend={() =>
          press(order({ restaurant, lines: [{ dish, quantity: 1 }] }))
        }
      />
    </div>
  )
}

/** Somebody who changes things that this window has read. */
function OtherWindow({
  walk: { here, orderElsewhere, moveElsewhere },
}: {
  walk: Walk
}) {
  const path = here && orderAt(here)
  return (
    <section className="walk-acts walk-other" aria-label="The other window">
      <h4>The other window</h4>
      <Send
        says="Order a miso ramen there"
        sends="POST /api/orders"
        onSend={orderElsewhere}
      />
      {path ? (
        <Send
          says="Move this order on there"
          sends="PATCH"
          onSend={() => moveElsewhere(path)}
        />
      ) : (
        <p className="lab-note">
          Go to an order of yours, and it can be changed there behind your back.
        </p>
      )}
    </section>
  )
}

function Send({
  says,
  sends,
  onSend,
}: {
  says: string
  sends: string
  onSend: () => Promise<void>
}) {
  return (
    <button type="button" onClick={() => void onSend()}>
      {says}
      <code>{sends}</code>
    </button>
  )
}
