import { moments } from '@/contracts/moments'
import { fateOf, type Fate } from './answer'
import type { PowerCutState } from './use-power-cut'
import { momentNames } from './words'

const short: Record<Fate, string> = {
  nothing: 'nothing happened',
  half: 'half an order',
  both: 'the whole order',
  other: 'something else',
}

/** What each moment that was tried has left, so that the rule can be seen. */
export function Tried({ tried }: { tried: PowerCutState['tried'] }) {
  return (
    <table className="cut-tried">
      <caption>What you have found so far</caption>
      <thead>
        <tr>
          <th scope="col">power goes</th>
          <th scope="col">run alone</th>
          <th scope="col">in a transaction</th>
        </tr>
      </thead>
      <tbody>
        {moments.map((moment) => {
          const report = tried[moment]?.report
          return (
            <tr key={moment}>
              <th scope="row">{momentNames[moment]}</th>
              <Left fate={report ? fateOf(report.alone.left) : null} />
              <Left fate={report ? fateOf(report.together.left) : null} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Left({ fate }: { fate: Fate | null }) {
  return (
    <td className={fate === 'half' ? 'is-half r-fail' : undefined}>
      {fate ? (
        short[fate]
      ) : (
        <>
          <span aria-hidden="true">–</span>
          <span className="sr-only">not tried</span>
        </>
      )}
    </td>
  )
}
