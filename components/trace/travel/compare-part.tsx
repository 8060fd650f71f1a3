import { useKnownTraces } from '@/components/delivery/known-traces'
import { Icon } from '@/components/ui/icon'

const most = 6

/** The sandbox's recent traces, each to be laid beside the one that is open. */
export function ComparePart({ id, traceId }: { id: string; traceId: string }) {
  const others = Object.entries(useKnownTraces())
    .filter(([, other]) => other !== traceId)
    .reverse()
    .slice(0, most)
  return (
    <section className="travel-part" aria-labelledby="compare-name">
      <h3 id="compare-name">Compare with</h3>
      <p>
        Two traces side by side, step by step: what is added, missing, slower,
        done again.
      </p>
      {others.length > 0 && (
        <ul className="travel-others">
          {others.map(([key, other]) => {
            const [order = '', status = ''] = key.split(' ')
            const query = new URLSearchParams({ a: other, b: id })
            return (
              <li key={other}>
                <a href={`/compare?${query}`}>
                  <Icon name="server" size={15} />
                  <b>order.{status}</b>
                  <code>{order}</code>
                  <code>{other.slice(0, 8)}</code>
                </a>
              </li>
            )
          })}
        </ul>
      )}
      <p className="travel-row">
        <a
          className="button"
          href={`/compare?${new URLSearchParams({ b: id })}`}
        >
          {others.length > 0 ? 'Another trace' : 'Name the other trace'}
        </a>
      </p>
    </section>
  )
}
