import Link from 'next/link'
import { problems } from '@/contracts/problems'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import { slugs } from './document-of'
import './problems.css'

export const metadata = pageMetadata({
  title: 'Problems',
  description:
    'Every way in which this backend says no, what each means, and what to do.',
  path: '/problems',
})

/** Every problem there is. */
export default function ProblemsPage() {
  return (
    <>
      <SiteHeader />
      <main className="problem-list" id="main">
        <h1>Every way to say no</h1>
        <p>
          A backend that refuses owes an explanation. This one answers with a
          problem document (RFC 9457), whose type is the address of one of these
          pages.
        </p>
        <ul>
          {slugs.map((slug) => (
            <li key={slug}>
              <span className="num">{problems[slug].status}</span>
              <Link href={`/problems/${slug}`}>{problems[slug].title}</Link>
              <code>{slug}</code>
            </li>
          ))}
        </ul>
      </main>
      <SiteFooter />
    </>
  )
}
