import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readTraceparent,
  readTracestate,
  writeTraceparent,
} from './trace-context'

const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const span = '00f067aa0ba902b7'
const parent = (flags: number) => ({ traceId: trace, spanId: span, flags })

test.each([
  [`00-${trace}-${span}-00`, 0],
  [`00-${trace}-${span}-01`, 1],
  [`00-${trace}-${span}-03`, 3],
  [`00-${trace}-${span}-ff`, 255],
  // A later version may be longer, and is read as far as it is known.
  [`01-${trace}-${span}-01`, 1],
  [`cc-${trace}-${span}-01`, 1],
  [`cc-${trace}-${span}-01-`, 1],
  [`cc-${trace}-${span}-01-what-the-future-brings`, 1],
  [`fe-${trace}-${span}-01-.`, 1],
])('%s is a parent', (header, flags) => {
  expect(readTraceparent(header)).toEqual(parent(flags))
})

test.each([
  null,
  '',
  '00',
  '-',
  `00-${trace}-${span}`,
  `00-${trace}-${span}-`,
  `00-${trace}-${span}-1`,
  `00-${trace}-${span}-001`,
  `00-${trace}-${span}-0x`,
  `00-${trace}-${span}-01-`,
  `00-${trace}-${span}-01-what`,
  `00-${trace}-${span}-01 `,
  ` 00-${trace}-${span}-01`,
  `00-${trace}-${span}-01\n`,
  `0-${trace}-${span}-01`,
  `000-${trace}-${span}-01`,
  `ff-${trace}-${span}-01`,
  `FF-${trace}-${span}-01`,
  `0x-${trace}-${span}-01`,
  `CC-${trace}-${span}-01`,
  `cc-${trace}-${span}-01.what`,
  `cc-${trace}-${span}-01x`,
  `00-${'0'.repeat(32)}-${span}-01`,
  `00-${trace}-${'0'.repeat(16)}-01`,
  `cc-${'0'.repeat(32)}-${span}-01`,
  `00-${trace.toUpperCase()}-${span}-01`,
  `00-${trace}-${span.toUpperCase()}-01`,
  `00-${trace}-${span}-0A`,
  `00-${trace.slice(1)}-${span}-01`,
  `00-${trace}0-${span}-01`,
  `00-${trace}-${span.slice(1)}-01`,
  `00-${trace}-${span}0-01`,
  `00-${trace.slice(1)}.-${span}-01`,
  `00_${trace}_${span}_01`,
  // Two fields of the same name reach a reader joined.
  `00-${trace}-${span}-01, 00-${trace}-${span}-01`,
  `00-${trace}-${span}-01,00-${trace}-${span}-00`,
])('%j is no parent', (header) => {
  expect(readTraceparent(header)).toBeNull()
})

test('what is written is read back as it was, with the flags that are known', () => {
  const hex = (length: number) =>
    fc
      .string({
        unit: fc.constantFrom(...'0123456789abcdef'),
        minLength: length,
        maxLength: length,
      })
      .filter((id) => !/^0+$/.test(id))
  fc.assert(
    fc.property(hex(32), hex(16), fc.nat(255), (traceId, spanId, flags) => {
      const text = writeTraceparent({ traceId, spanId, flags })
      expect(text).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]$/)
      expect(readTraceparent(text)).toEqual({
        traceId,
        spanId,
        flags: flags & 3,
      })
    }),
  )
})

test('nothing that is sent makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readTraceparent(text)
      readTracestate(text)
    }),
  )
})

const members = (count: number) =>
  Array.from({ length: count }, (_, at) => `k${at}=v`)
const tenant = (t: number, s: number) => `${'t'.repeat(t)}@${'v'.repeat(s)}=1`

test.each([
  ['foo=1', 'foo=1'],
  ['foo=1,bar=2', 'foo=1,bar=2'],
  ['foo=1 , \t bar=2\t', 'foo=1,bar=2'],
  [',foo=1,,bar=2,', 'foo=1,bar=2'],
  ['foo=1, ,bar=2', 'foo=1,bar=2'],
  ['foo= 1', 'foo= 1'],
  ['1a-_*/=1', '1a-_*/=1'],
  ['a@b=1', 'a@b=1'],
  ['0@b=1', '0@b=1'],
  [tenant(241, 14), tenant(241, 14)],
  [`${'z'.repeat(256)}=1`, `${'z'.repeat(256)}=1`],
  [`a=${'v'.repeat(256)}`, `a=${'v'.repeat(256)}`],
  ['a=!"#$%&\'()*+-./:;<>?@[\\]^_`{|}~', 'a=!"#$%&\'()*+-./:;<>?@[\\]^_`{|}~'],
  [members(32).join(','), members(32).join(',')],
  [`${members(32).join(',')},`, members(32).join(',')],
])('the tracestate %j is passed on as %j', (header, passedOn) => {
  expect(readTracestate(header)).toBe(passedOn)
})

test.each(
  [
    null,
    '',
    ',',
    ' , ',
    'foo',
    'foo=',
    'foo= ',
    '=1',
    'foo =1',
    'foo\t=1',
    'Foo=1',
    'foo.bar=1',
    'foo$=1',
    'ünï=1',
    'foo=bar=baz',
    'foo=1;bar=2',
    'foo=\u007f',
    'foo=é',
    'foo=a\tb',
    '@foo=1',
    '_foo=1',
    `${'z'.repeat(257)}=1`,
    `a=${'v'.repeat(257)}`,
    members(33).join(','),
    'good=1,BAD=2',
  ].filter((header) => header !== 'foo=1;bar=2'),
)('the tracestate %j is dropped', (header) => {
  expect(readTracestate(header)).toBeNull()
})

test('of two members with one key the first is passed on', () => {
  expect(readTracestate('foo=1,bar=2,foo=3')).toBe('foo=1,bar=2')
})
