import { expect, test } from 'vitest'
import { chapters } from '@/content/chapters'
import { chapterOf } from './chapter-of'
import { slugs } from './document-of'

test('every problem has its chapter, linked where it can be read', () => {
  for (const problem of slugs) {
    const { name, href } = chapterOf(problem)
    const chapter = chapters.find(({ title }) => name.endsWith(`: ${title}`))
    expect(chapter, problem).toBeDefined()
    expect(href).toBe(chapter?.isOpen ? `/learn/${chapter.slug}` : null)
  }
})
