import Link from 'next/link'
import { Row } from './conventions'
import { Operation } from './operation'
import type { Group } from './reference'

/** The operations, group by group. */
export function Groups({ groups, base }: { groups: Group[]; base: string }) {
  return groups.map(({ anchor, name, about, lab, operations }) => (
    <section key={anchor} aria-labelledby={anchor}>
      <Row
        words={
          <>
            <h2 id={anchor}>{name}</h2>
            <p className="api-about">
              {about}
              {lab && (
                <>
                  {' '}
                  <Link href={`/labs/${lab}`} prefetch={false}>
                    To the lab
                    <span className="sr-only">: {name}</span>
                  </Link>
                </>
              )}
            </p>
          </>
        }
      />
      {operations.map((operation) => (
        <Operation key={operation.anchor} operation={operation} base={base} />
      ))}
    </section>
  ))
}
