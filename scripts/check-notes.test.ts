import { expect, test } from 'vitest'
import manifest from '@/tracing/regions.json'
import { checkNotes, stepsOfSite, type Notes } from './check-notes'

const text = 'Somebody has to ask. Otherwise nobody knows.'
const right: Notes = {
  steps: ['see who is asking'],
  chapters: { 'see who is asking': 'security' },
  titles: ['see who is asking'],
  texts: { 'see-who-is-asking': text },
  fileOf: (step) => step.replaceAll(' ', '-'),
  isChapter: (slug) => slug === 'security',
}

test('a step with its title, its note and its chapter is right', () => {
  expect(checkNotes(right)).toEqual([])
})

test.each<[string, Partial<Notes>, string]>([
  [
    'a step without a note',
    {
      steps: ['see who is asking', 'COMMIT'],
      titles: ['COMMIT', 'see who is asking'],
    },
    'The step "COMMIT" has no note in content/steps.',
  ],
  [
    'a step without a title',
    { titles: [] },
    'The step "see who is asking" has no title in story.ts.',
  ],
  [
    'a note that is not written',
    { texts: {} },
    'The note see-who-is-asking.mdx of "see who is asking" is missing.',
  ],
  [
    'a note of no step',
    { texts: { ...right.texts, 'fold-napkins': text } },
    'fold-napkins.mdx belongs to no step.',
  ],
  [
    'a chapter that is not there',
    { isChapter: () => false },
    'The note of "see who is asking" leads to no chapter: security.',
  ],
  [
    'a title of no step',
    { titles: ['see who is asking', 'fold napkins'] },
    'The title of "fold napkins" belongs to no step.',
  ],
])('%s is found', (_, wrong, finding) => {
  expect(checkNotes({ ...right, ...wrong })).toEqual([finding])
})

test('a step that is gone leaves its note and its title behind, and is found', () => {
  expect(checkNotes({ ...right, steps: [] })).toEqual([
    'The note of "see who is asking" belongs to no step.',
    'The title of "see who is asking" belongs to no step.',
  ])
})

test.each([
  ['It is simply so. It stays so.', 'says "simply"'],
  ['Just ask. It helps.', 'says "Just"'],
  ['Ask! It helps. It does.', 'says "!"'],
  ['Ask. It helps 🍜.', 'says "🍜"'],
  ['One sentence alone.', 'has 1 sentences, and is to have two or three'],
  ['One. Two. Three. Four.', 'has 4 sentences, and is to have two or three'],
])('the form of a note is held: %s', (wrong, fault) => {
  const texts = { 'see-who-is-asking': wrong }
  expect(checkNotes({ ...right, texts })).toEqual([
    `see-who-is-asking.mdx ${fault}.`,
  ])
})

test('the names of a trace are read from doors, statements and the browser', () => {
  const names = stepsOfSite(manifest, process.cwd())
  for (const name of [
    'press Place order',
    'send the request',
    'receive the request',
    'open a sandbox',
    'save the order',
    'INSERT orders',
    'COMMIT',
    'deliver from the outbox',
    'call the restaurant',
    'receive the webhook',
    'UPDATE sandboxes',
  ])
    expect(names).toContain(name)
})
