import Link from 'next/link'
import { pageMetadata } from '../../page-metadata'
import { parts } from '../parts'
import { operationsOf } from '../reference'
import { ReferencePage } from '../reference-page'

export const metadata = pageMetadata({
  title: 'API of the labs',
  description:
    'What the labs of this site ask the backend for: each lab’s own operations, to be copied and called from your own tools.',
  path: '/api/labs-reference',
})

/** The doors of single labs; all others, and how they speak, are at `/api`. */
export default function LabsApiPage() {
  return (
    <ReferencePage
      part={parts.labs}
      opening={<Opening />}
      first="post-api-labs-two-windows"
    />
  )
}

function Opening() {
  const { groups } = parts.labs
  return (
    <>
      <p className="caps">Reference</p>
      <h1>Call the labs yourself</h1>
      <p className="api-lede">
        A lab asks for something that an app would not: the same order with its
        protection left out, a row counted in three places, a forged token.
        Behind each of its buttons is a door, and it is open to your own tools,
        too.
      </p>
      <p className="api-facts">
        <span>
          {operationsOf(groups).length} operations of {groups.length} labs
        </span>
        <Link href="/api#conventions" prefetch={false}>
          How they speak
        </Link>
        <Link href={parts.site.path} prefetch={false}>
          All other operations
        </Link>
      </p>
    </>
  )
}
