import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tellingLines } from './lines'

const lines = Object.values(tellingLines).flatMap(({ sound, weak }) => [
  sound,
  weak,
])

test.each(lines)('$file has the line that the lab shows, once', (line) => {
  const source = readFileSync(line.file, 'utf8')
  const found = source.split('\n').filter((one) => one.trim() === line.text)
  expect(found).toHaveLength(1)
})
