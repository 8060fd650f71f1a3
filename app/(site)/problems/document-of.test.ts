import { expect, it } from 'vitest'
import { Problem } from '@/contracts/problem'
import { problems } from '@/contracts/problems'
import { documentOf, isSlug, reasons, slugs } from './document-of'

it('every problem has a page, and its example keeps the contract', () => {
  expect(slugs).toEqual(Object.keys(problems))
  for (const slug of slugs) {
    const document = Problem.parse(documentOf(slug))
    expect(document).toMatchObject({
      title: problems[slug].title,
      status: problems[slug].status,
    })
    expect(document.type.endsWith(`/problems/${slug}`)).toBe(true)
  }
})

it('every status has its name', () => {
  for (const slug of slugs) expect(reasons[problems[slug].status]).toBeTruthy()
})

it('what every object inherits is no problem', () => {
  expect(isSlug('toString')).toBe(false)
  expect(isSlug('constructor')).toBe(false)
})
