import Link from 'next/link'
import { chapters } from '@/content/chapters'
import { Icon } from '@/components/ui/icon'

/** The way on, and the way back. A chapter that is not open is only named. */
export function ChapterEnd({ at }: { at: number }) {
  const before = chapters[at - 1]
  const next = chapters[at + 1]
  return (
    <nav className="chapter-end" aria-label="Chapters before and after">
      <Way
        kind="front"
        label={before ? `Chapter ${at}` : 'The first page'}
        title={before?.title ?? 'Press the button'}
        href={!before ? '/' : before.isOpen ? `/learn/${before.slug}` : null}
      />
      <span className="chapter-pass" aria-hidden="true" />
      <Way
        kind="back"
        label={next ? `Chapter ${at + 2}` : 'All chapters'}
        title={next?.title ?? 'Contents'}
        href={!next ? '/learn' : next.isOpen ? `/learn/${next.slug}` : null}
        open={nextOpen(at + 2)}
      />
    </nav>
  )
}

/** The next chapter that can be read. */
function nextOpen(from: number): { href: string; title: string } | undefined {
  const at = chapters.findIndex(({ isOpen }, index) => isOpen && index >= from)
  const chapter = chapters[at]
  return (
    chapter && {
      href: `/learn/${chapter.slug}`,
      title: `chapter ${at + 1}, ${chapter.title}`,
    }
  )
}

function Way({
  kind,
  label,
  title,
  href,
  open,
}: {
  kind: 'front' | 'back'
  label: string
  title: string
  href: string | null
  /** Where it goes on meanwhile. */
  open?: { href: string; title: string } | undefined
}) {
  const inner = (
    <>
      <span>{label}</span>
      <b>
        {kind === 'front' && <Icon name="arrow-left" size={20} />}
        {title}
        {kind === 'back' && <Icon name="arrow-right" size={20} />}
      </b>
    </>
  )
  if (href !== null)
    return (
      <a className={`chapter-way ${kind}`} href={href}>
        {inner}
      </a>
    )
  return (
    <span className={`chapter-way ${kind}`}>
      {inner}
      <small>
        Not open yet.{' '}
        {open && (
          <>
            The book goes on with{' '}
            <Link href={open.href} prefetch={false}>
              {open.title}
            </Link>
            {'. '}
          </>
        )}
        <Link href="/learn" prefetch={false}>
          All chapters
        </Link>
      </small>
    </span>
  )
}
