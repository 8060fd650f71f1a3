import Link from 'next/link'
import { env } from '@/env'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import { Conventions, Row } from './conventions'
import { Groups } from './groups'
import { parts } from './parts'
import { Rail } from './rail'
import type { Group } from './reference'
import { Shapes } from './shapes'
import { LanguageScript } from './snippets/use-language'
import { FirstTicket } from './tickets'
import { KitchenWindow } from './window/kitchen-window'
import './api.css'
import './fields.css'
import './snippets.css'
import './window.css'

export const metadata = pageMetadata({
  title: 'API',
  description:
    'The backend of this site, open to your own tools: every operation, to be copied as curl, fetch, Python or HTTPie with the token of your own sandbox.',
  path: '/api',
})

/** The reference, made from the document that the schemas make. */
export default function ApiPage() {
  const base = env.publicUrl
  const { groups, shapes } = parts.site
  return (
    <>
      <LanguageScript />
      <SiteHeader current="/api" />
      <div className="api">
        <Rail groups={groups} hasConventions />
        <main className="api-main" id="main">
          <Opening groups={groups} base={base} />
          <Conventions base={base} />
          <Groups groups={groups} base={base} />
          <LabsElsewhere />
          <Shapes shapes={shapes} />
        </main>
      </div>
      <KitchenWindow />
      <SiteFooter />
    </>
  )
}

function Opening({ groups, base }: { groups: Group[]; base: string }) {
  const operations = groups.flatMap((group) => group.operations)
  const first = operations.find(({ anchor }) => anchor === 'post-api-orders')
  return (
    <Row
      words={
        <>
          <p className="caps">Reference</p>
          <h1>Call the kitchen yourself</h1>
          <p className="api-lede">
            Every button on this site sends HTTP to these doors, and they are
            open to you. Copy a request, run it in your terminal or from your
            own code: what it does lands on this page, with its trace.
          </p>
          <p className="api-facts">
            <span>{operations.length} operations</span>
            <span>version {env.version}</span>
            <a href="/api/openapi.json">OpenAPI 3.1 document</a>
          </p>
        </>
      }
    >
      {first && <FirstTicket operation={first} base={base} />}
    </Row>
  )
}

/** The labs' own doors are as many again: they have a page of their own. */
function LabsElsewhere() {
  const { groups } = parts.labs
  const count = groups.reduce(
    (sum, { operations }) => sum + operations.length,
    0,
  )
  return (
    <section aria-labelledby="labs">
      <Row
        words={
          <>
            <h2 id="labs">Labs</h2>
            <p className="api-about">
              What single labs of this site ask for: {count} operations of{' '}
              {groups.length} labs, which no app would need.{' '}
              <Link href="/api/labs-reference" prefetch={false}>
                The doors of the labs
              </Link>
            </p>
          </>
        }
      />
    </section>
  )
}
