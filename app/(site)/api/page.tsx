import Link from 'next/link'
import { env } from '@/env'
import { pageMetadata } from '../page-metadata'
import { Conventions, Row } from './conventions'
import { parts } from './parts'
import { operationsOf } from './reference'
import { ReferencePage } from './reference-page'

export const metadata = pageMetadata({
  title: 'API',
  description:
    'The backend of this site, open to your own tools: every operation, to be copied as curl, fetch, Python or HTTPie with the token of your own sandbox.',
  path: '/api',
})

/** The reference, made from the document that the schemas make. */
export default function ApiPage() {
  return (
    <ReferencePage
      part={parts.site}
      opening={<Opening />}
      first="post-api-orders"
      conventions={<Conventions base={env.publicUrl} />}
      elsewhere={<LabsElsewhere />}
    />
  )
}

function Opening() {
  return (
    <>
      <p className="caps">Reference</p>
      <h1>Call the kitchen yourself</h1>
      <p className="api-lede">
        Every button on this site sends HTTP to these doors, and they are open
        to you. Copy a request, run it in your terminal or from your own code:
        what it does lands on this page, with its trace.
      </p>
      <p className="api-facts">
        <span>{operationsOf(parts.site.groups).length} operations</span>
        <span>version {env.version}</span>
        <a href="/api/openapi.json">OpenAPI 3.1 document</a>
      </p>
    </>
  )
}

/** The labs' own doors are as many again: they have a page of their own. */
function LabsElsewhere() {
  const { groups, path } = parts.labs
  return (
    <section aria-labelledby="labs">
      <Row
        words={
          <>
            <h2 id="labs">Labs</h2>
            <p className="api-about">
              What single labs of this site ask for:{' '}
              {operationsOf(groups).length} operations of {groups.length} labs,
              which no app would need.{' '}
              <Link href={path} prefetch={false}>
                The doors of the labs
              </Link>
            </p>
          </>
        }
      />
    </section>
  )
}
