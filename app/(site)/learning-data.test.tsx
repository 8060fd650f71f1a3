import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { chapterData, courseData } from './learning-data'
import { LearningData } from './learning-data-element'

const base = 'https://boh.example'

test('a chapter is a learning resource that is part of the course', () => {
  const chapter = {
    slug: 'servers',
    title: 'Servers',
    line: '</script><b>',
    isOpen: true,
    since: '2026-11-26',
  }
  expect(chapterData(chapter, 16, base)).toMatchObject({
    '@type': 'LearningResource',
    url: `${base}/learn/servers`,
    timeRequired: 'PT16M',
    datePublished: '2026-11-26',
    isPartOf: { '@type': 'Course', url: `${base}/` },
  })
  const html = renderToStaticMarkup(
    <LearningData data={chapterData(chapter, 16, base)} />,
  )
  expect(html.match(/<\/script>/g)).toHaveLength(1)
  const [, json = ''] = /^<script[^>]*>(.*)<\/script>$/.exec(html) ?? []
  expect(JSON.parse(json).description).toBe('</script><b>')
})

test('where the build does not know its address, no address is said', () => {
  expect(JSON.stringify(courseData(null))).not.toContain('"url"')
})
