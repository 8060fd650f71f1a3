import { firstMenu } from '@/content/first-menu'
import { SiteFooter } from '@/components/ui/site-footer'
import { labViews } from '@/labs/views'
import { Contents } from './contents'
import { SelfHost } from './self-host'
import { SixCopies } from './six-copies'

const PlaceOrder = labViews['place-order']

/** The button: the whole idea on one page. */
export default function HomePage() {
  return (
    <>
      <main id="main">
        <PlaceOrder menu={firstMenu} />
        <SixCopies />
        <Contents />
        <SelfHost />
      </main>
      <SiteFooter />
    </>
  )
}
