import { Wall } from '@/components/members/wall/wall'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../../page-metadata'
import './wall.css'

export const metadata = pageMetadata({
  title: 'The wall',
  description:
    'A whole class orders from one kitchen: everybody’s orders and traces on one wall, as they come.',
  path: '/plateful/wall',
})

const asJson = '/api/wall'

/** One kitchen, a class of guests, and what all of them set in motion. */
export default function WallPage() {
  return (
    <>
      <SiteHeader current="/plateful" />
      <main className="wall" id="main">
        <h1>The wall</h1>
        <Wall />
        <noscript>
          <p className="wall-empty">
            The wall follows what happens, and that needs JavaScript. The same
            list can be read as JSON at <a href={asJson}>{asJson}</a>.
          </p>
        </noscript>
      </main>
      <SiteFooter />
    </>
  )
}
