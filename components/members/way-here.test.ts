import { expect, it } from 'vitest'
import { isLoopback, wayHere } from './way-here'

const url = 'http://127.0.0.1:3000/join#7K2-QFDX'
const page = (origin: string) => new URL(origin)

it('a link to this very computer is known for one', () => {
  for (const host of ['localhost', '127.0.0.1', '127.8.0.1', '[::1]'])
    expect(isLoopback(host)).toBe(true)
  for (const host of ['192.168.0.4', '10.127.0.1', '127.0.0.1.example.org'])
    expect(isLoopback(host)).toBe(false)
  expect(wayHere(url, page('http://localhost:3000'))).toEqual({
    link: url,
    isForThisComputer: true,
  })
})

it('a page that was opened by a better address hands on that one', () => {
  expect(wayHere(url, page('http://192.168.0.4:3000'))).toEqual({
    link: 'http://192.168.0.4:3000/join#7K2-QFDX',
    isForThisComputer: false,
  })
})

it('the address that the server was given is never second-guessed', () => {
  const own = 'https://example.org/join#7K2-QFDX'
  for (const origin of ['http://127.0.0.1:3000', 'http://192.168.0.4:3000'])
    expect(wayHere(own, page(origin)).link).toBe(own)
})
