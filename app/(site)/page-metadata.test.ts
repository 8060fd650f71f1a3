import { expect, test } from 'vitest'
import { pageMetadata } from './page-metadata'

const facts = {
  title: 'Labs',
  description: 'Every lab.',
  path: '/labs',
  card: 'labs/index',
}

test('a build that knows its address says where the page and its picture are', () => {
  expect(pageMetadata(facts, 'https://boh.example')).toMatchObject({
    title: 'Labs',
    alternates: { canonical: 'https://boh.example/labs' },
    openGraph: {
      url: 'https://boh.example/labs',
      images: [{ url: 'https://boh.example/cards/labs/index.png' }],
    },
  })
})

test('a build that does not, names no address that would lead elsewhere', () => {
  const text = JSON.stringify(pageMetadata(facts, null))
  expect(text).not.toMatch(/https?:/)
  expect(pageMetadata(facts, null).alternates).not.toHaveProperty('canonical')
})
