import { env } from '@/env'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import { Conventions, Row } from './conventions'
import { readOpenApi } from './open-api'
import { Operation } from './operation'
import { Rail } from './rail'
import { referenceOf, type Reference } from './reference'
import { Shapes } from './shapes'
import { LanguageScript } from './snippets/use-language'
import { RequestTicket } from './tickets'
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
  const reference = referenceOf(readOpenApi(base, env.version))
  return (
    <>
      <LanguageScript />
      <SiteHeader current="/api" />
      <div className="api">
        <Rail groups={reference.groups} />
        <main className="api-main" id="main">
          <Opening reference={reference} base={base} />
          <Conventions base={base} />
          {reference.groups.map(({ anchor, name, about, operations }) => (
            <section key={anchor} aria-labelledby={anchor}>
              <Row
                words={
                  <>
                    <h2 id={anchor}>{name}</h2>
                    <p className="api-about">{about}</p>
                  </>
                }
              />
              {operations.map((operation) => (
                <Operation
                  key={operation.anchor}
                  operation={operation}
                  base={base}
                />
              ))}
            </section>
          ))}
          <Shapes shapes={reference.shapes} />
        </main>
      </div>
      <KitchenWindow />
      <SiteFooter />
    </>
  )
}

function Opening({ reference, base }: { reference: Reference; base: string }) {
  const { groups, version } = reference
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
            <span>version {version}</span>
            <a href="/api/openapi.json">OpenAPI 3.1 document</a>
          </p>
        </>
      }
    >
      {first && (
        <div className="api-first">
          <RequestTicket operation={first} base={base} />
          <p className="needs-script">
            Copy puts the token of your own sandbox in; if you have none, one is
            made. The token is asked for when you press, and kept in this page
            only.
          </p>
        </div>
      )}
    </Row>
  )
}
