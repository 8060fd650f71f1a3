import { useEffect, useRef, type ReactNode } from 'react'
import { scrollable } from '@/components/trace/inspector-parts'
import { StageFrame } from '@/components/lab/stage-frame'
import type { Kind } from '@/components/lab/stage-news'
import { hasRun, isStopped, type Heard } from './heard'
import type { Review } from './use-review'

/** The same review: joined into a page, shown by this one, and under a policy. */
export function ThreePages({ review }: { review: Review }) {
  const { published, heard, elements, hear, count } = review
  const round = published?.round ?? 0
  const told = published?.told ?? null
  return (
    <div className="xss-pages">
      <Page
        title="Joined, and nothing else"
        about="What the guest typed was put between two strings. The frame lets every script run."
        heard={heard.open}
        isBroken={hasRun(heard.open)}
      >
        {told && (
          <StageFrame
            key={round}
            address="/labs/xss/open.html"
            page={told.page}
            title="The joined page"
            onNews={(news) => hear('open', news)}
          />
        )}
      </Page>
      <section className="xss-page" aria-label="Shown by React, in this page">
        <h3>Shown by React, in this page</h3>
        <p className="lab-note">
          This very page, with your real session. React hands the review to the
          browser as text, so it is never read as markup.
        </p>
        <div className="xss-view" {...scrollable('The review in this page')}>
          {told ? (
            <RealReview
              key={round}
              text={told.text}
              elements={elements}
              onShown={count}
            />
          ) : (
            <p className="lab-note">No review yet.</p>
          )}
        </div>
      </section>
      <Page
        title="Joined, under a policy"
        about="The same string once more. The policy of this frame names one script by its hash, as this site’s own does."
        heard={heard.guarded}
        isBroken={hasRun(heard.guarded)}
      >
        {told && (
          <StageFrame
            key={round}
            address="/labs/xss/guarded.html"
            page={told.page}
            title="The joined page, under a policy"
            onNews={(news) => hear('guarded', news)}
          />
        )}
      </Page>
    </div>
  )
}

/** What a browser holds of the review tells whether it became markup. */
function RealReview({
  text,
  elements,
  onShown,
}: {
  text: string
  elements: number | null
  onShown: (elements: number) => void
}) {
  const place = useRef<HTMLParagraphElement>(null)
  const call = useRef(onShown)
  useEffect(() => {
    const elements = place.current?.querySelectorAll('*').length ?? 0
    call.current(elements)
  }, [])
  return (
    <>
      <p>
        <b>Miso ramen</b>
      </p>
      <p ref={place}>{text}</p>
      <p className="lab-note">
        {elements === 0
          ? 'In the browser’s hands this is one text, and no element.'
          : `In the browser’s hands this has ${elements ?? 'not yet counted'} elements.`}
      </p>
    </>
  )
}

function Page({
  title,
  about,
  heard,
  isBroken,
  children,
}: {
  title: string
  about: string
  heard: Heard
  isBroken: boolean
  children: ReactNode
}) {
  return (
    <section className="xss-page" aria-label={title}>
      <h3>{title}</h3>
      <p className="lab-note">{about}</p>
      <div className="xss-view">
        {children || <p className="lab-note">No review yet.</p>}
      </div>
      <Log heard={heard} isBroken={isBroken} />
    </section>
  )
}

const kindWords: Partial<Record<Kind, string>> = {
  log: 'the attacker reads',
  alert: 'alert',
  violation: 'the policy',
  error: 'an error',
}

function Log({ heard, isBroken }: { heard: Heard; isBroken: boolean }) {
  const { news, isSettled } = heard
  if (news.length === 0)
    return (
      <p className="lab-note">
        {isSettled
          ? 'Nothing was heard of this page.'
          : 'What is heard of this page stands here.'}
      </p>
    )
  const place = isBroken ? 'r-fail' : isStopped(heard) ? 'r-service' : ''
  return (
    <ul className={`xss-log ${place}`}>
      {news.map(({ kind, text }, at) => (
        <li key={at}>
          <span>{kindWords[kind]}</span> <code>{text}</code>
        </li>
      ))}
    </ul>
  )
}
