import { firstMenu } from '@/content/first-menu'
import { PlaceBar } from '@/components/members/place-bar'
import { SiteFooter } from '@/components/ui/site-footer'
import { FirstView } from '@/labs/first-view'
import { Contents } from './contents'
import { courseData } from './learning-data'
import { LearningData } from './learning-data-element'
import { pageMetadata } from './page-metadata'
import { SelfHost } from './self-host'
import { SixCopies } from './six-copies'

export const metadata = {
  ...pageMetadata({
    title: 'Back of House: see what a backend is',
    description:
      'Press a real button and watch everything it starts: the request, the route handler, the database, the restaurant. Measured on your own click.',
    path: '/',
  }),
  title: { absolute: 'Back of House: see what a backend is' },
}

/** The button: the whole idea on one page. */
export default function HomePage() {
  return (
    <>
      <LearningData data={courseData()} />
      <PlaceBar />
      <main>
        <FirstView menu={firstMenu} />
        <SixCopies />
        <Contents />
        <SelfHost />
      </main>
      <SiteFooter />
    </>
  )
}
