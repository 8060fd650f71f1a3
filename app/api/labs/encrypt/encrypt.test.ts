import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { webcrypto } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { KeptCourierNote, type CourierNote } from '@/contracts/encrypt-lab'
import { dataDirectory } from '@/env'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { POST } from './route'

vi.hoisted(() => {
  process.env['LIMIT_LABS_PER_MINUTE'] = '8'
})
beforeAll(async () => {
  await startTestBackend()
})

const ask = (guest: TestCaller, body: unknown) =>
  guest.call(POST, { method: 'POST', path: '/api/labs/encrypt', body })

async function keep(note: CourierNote) {
  const reply = await ask(await TestCaller.make(), note)
  expect(reply.status).toBe(201)
  const { row, disk, line } = KeptCourierNote.parse(await reply.json())
  return {
    row,
    disk: Buffer.from(disk, 'base64'),
    line: Buffer.from(line, 'base64'),
  }
}

const words = 'The bell is shy. Please knock.'

test('an open note stands on the disk as it was written, and on no line through TLS', async () => {
  const { row, disk, line } = await keep({ kind: 'open', note: words })
  expect(row).toEqual({ nonce: null, note: words })
  expect(disk.subarray(0, 15).toString()).toBe('SQLite format 3')
  expect(disk.includes(words)).toBe(true)
  // A record of application data (RFC 5246, section 6.2.1).
  expect([...line.subarray(0, 3)]).toEqual([0x17, 3, 3])
  expect(line.includes(words)).toBe(false)
  expect(line.length).toBeGreaterThan(words.length)
})

test('of a sealed note neither the row nor the disk has a word, and the key opens it', async () => {
  const key = await webcrypto.subtle.generateKey(
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const sealed = await webcrypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    key,
    new TextEncoder().encode(words),
  )
  const note = Buffer.from(sealed).toString('base64url')
  const nonce = Buffer.from(iv).toString('base64url')
  const { row, disk } = await keep({ kind: 'sealed', nonce, note })
  expect(row).toEqual({ nonce, note })
  expect(disk.includes(note)).toBe(true)
  expect(disk.includes(words)).toBe(false)

  const opened = await webcrypto.subtle.decrypt(
    { name: 'AES-GCM', iv: Buffer.from(row.nonce ?? '', 'base64url') },
    key,
    Buffer.from(row.note, 'base64url'),
  )
  expect(Buffer.from(opened).toString()).toBe(words)
})

test('the file is gone with the reply', async () => {
  await keep({ kind: 'open', note: words })
  const shelf = join(dataDirectory(), 'scratch')
  const left = existsSync(shelf) ? readdirSync(shelf) : []
  const own = left.filter((name) => existsSync(join(shelf, name, 'notes.db')))
  expect(own).toEqual([])
})

test('what is no note is refused, and so is whoever asks too often', async () => {
  const guest = await TestCaller.make()
  const wrong = [
    { kind: 'open', note: '' },
    { kind: 'open', note: 'a'.repeat(121) },
    { kind: 'sealed', nonce: 'short', note: 'a'.repeat(24) },
    { kind: 'sealed', nonce: 'a'.repeat(16), note: words, key: 'a' },
  ]
  for (const body of wrong) expect((await ask(guest, body)).status).toBe(422)
  for (let i = 0; i < 4; i++) await ask(guest, {})
  const late = await ask(guest, { kind: 'open', note: words })
  expect(late.status).toBe(429)
})
