import Link from 'next/link'
import { env } from '@/env'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../../page-metadata'
import { Row } from '../conventions'
import { Groups } from '../groups'
import { parts } from '../parts'
import { Rail } from '../rail'
import { Shapes } from '../shapes'
import { LanguageScript } from '../snippets/use-language'
import { FirstTicket } from '../tickets'
import { KitchenWindow } from '../window/kitchen-window'
import '../api.css'
import '../fields.css'
import '../snippets.css'
import '../window.css'

export const metadata = pageMetadata({
  title: 'API of the labs',
  description:
    'What the labs of this site ask the backend for: each lab’s own operations, to be copied and called from your own tools.',
  path: '/api/labs-reference',
})

/** The doors of single labs; all others, and how they speak, are at `/api`. */
export default function LabsApiPage() {
  const { groups, shapes } = parts.labs
  const first = groups
    .flatMap(({ operations }) => operations)
    .find(({ anchor }) => anchor === 'post-api-labs-two-windows')
  const count = groups.reduce(
    (sum, { operations }) => sum + operations.length,
    0,
  )
  return (
    <>
      <LanguageScript />
      <SiteHeader current="/api" />
      <div className="api">
        <Rail groups={groups} />
        <main className="api-main" id="main">
          <Row
            words={
              <>
                <p className="caps">Reference</p>
                <h1>Call the labs yourself</h1>
                <p className="api-lede">
                  A lab asks for something that an app would not: the same order
                  with its protection left out, a row counted in three places, a
                  forged token. Behind each of its buttons is a door, and it is
                  open to your own tools, too.
                </p>
                <p className="api-facts">
                  <span>
                    {count} operations of {groups.length} labs
                  </span>
                  <Link href="/api#conventions" prefetch={false}>
                    How they speak
                  </Link>
                  <Link href="/api" prefetch={false}>
                    All other operations
                  </Link>
                </p>
              </>
            }
          >
            {first && <FirstTicket operation={first} base={env.publicUrl} />}
          </Row>
          <Groups groups={groups} base={env.publicUrl} />
          <Shapes shapes={shapes} />
        </main>
      </div>
      <KitchenWindow />
      <SiteFooter />
    </>
  )
}
