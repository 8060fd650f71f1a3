import { chapters, type Chapter } from '@/content/chapters'

/** Until a chapter can be read, the contents say what it will be about. */
export function wayTo({ slug, title, isOpen }: Chapter): {
  title: string
  href: string
} {
  const number = chapters.findIndex((one) => one.slug === slug) + 1
  const name = `Chapter ${number}. ${title}`
  return isOpen
    ? { title: name, href: `/learn/${slug}` }
    : { title: `${name} (being written)`, href: '/#contents' }
}
