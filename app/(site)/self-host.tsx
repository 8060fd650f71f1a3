import { Pass } from '@/components/trace/pass'

/** Your own table, and the whole kitchen for whoever wants it. */
export function SelfHost() {
  return (
    <section className="house" id="self-host" aria-label="Yours to keep">
      <div className="front">
        <h2>Your own table</h2>
        <p>
          Every visitor gets a private sandbox: your orders, your rows, your
          traces. Break what you like. It is cleared when you leave it alone for
          a day.
        </p>
      </div>
      <Pass label="" />
      <div className="back">
        <h2>Run the whole kitchen yourself</h2>
        <p>
          One repository, two commands, no keys to ask for. The database is a
          file until you point it at a remote one.
        </p>
        <pre>
          npm start{'  '}
          <span># opens on port 3000, database in .data/back-of-house.db</span>
          {'\n'}npm test{'   '}
          <span># runs every check</span>
        </pre>
      </div>
    </section>
  )
}
