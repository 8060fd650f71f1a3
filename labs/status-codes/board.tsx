import { Fragment } from 'react'
import type { Family } from './families'

/** The five families, filled by what the server really answered. */
export function Board({
  families,
  shown,
  onShow,
}: {
  families: readonly Family[]
  /** The deed whose reply is shown below. */
  shown: string | null
  onShow: (deed: string) => void
}) {
  return (
    <dl className="codes-board">
      {families.map(({ digit, name, says, squares }) => (
        <Fragment key={digit}>
          <dt>
            <b className="num">{digit}xx</b> {name}
            <small>{says}</small>
          </dt>
          <dd>
            {squares.length === 0 && (
              <span className="codes-none">none yet</span>
            )}
            {squares.map(({ code, deeds }) => (
              <button
                key={code}
                type="button"
                className={`codes-square is-${digit}`}
                aria-pressed={shown !== null && deeds.includes(shown)}
                onClick={() => onShow(deeds.at(-1) ?? '')}
              >
                {code}
              </button>
            ))}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
