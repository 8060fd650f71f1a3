import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** A page that is framed, and a stage that the first page shows too. */
const elsewhere = /counter-window\.css$|^place-order\//

test('every lab’s style is in the one sheet of all labs', () => {
  const listed = [
    ...readFileSync('labs/labs.css', 'utf8').matchAll(/'\.\/(.+\.css)'/g),
  ].map(([, file]) => file)
  const sheets = readdirSync('labs', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/.*\.css$/.test(file))
    .filter((file) => !elsewhere.test(file))
  expect(listed.toSorted()).toEqual(sheets.toSorted())
})
