import { brotliBytes } from './brotli'
import { call } from './drive-load'
import { state, type Result } from './results'
import type { Server } from './start-server'

const goodKiB = 168
const fontKiB = 70

/**
 * The script that the front page loads, by its own tags, and the fonts that
 * its style sheets name. Compressed here, as a host would do once and keep.
 */
export async function measureScript({ port }: Server): Promise<Result[]> {
  const html = (await fetchBytes(port, '/')).toString()
  const tags = html.match(/<script\b[^>]*>/g) ?? []
  // Browsers that know modules leave the polyfills alone.
  const scripts = unique(
    tags
      .filter((tag) => !/\bnomodule\b/i.test(tag))
      .flatMap((tag) => attribute(tag, 'src')),
  )
  const sheets = unique(
    (html.match(/<link\b[^>]*>/g) ?? [])
      .filter((tag) => tag.includes('rel="stylesheet"'))
      .flatMap((tag) => attribute(tag, 'href')),
  )
  const fonts = unique(
    (await Promise.all(sheets.map((sheet) => fontsOf(port, sheet)))).flat(),
  )

  const scriptBytes = await Promise.all(
    scripts.map(async (path) => brotliBytes(await fetchBytes(port, path))),
  )
  const fontBytes = await Promise.all(
    fonts.map(async (path) => (await fetchBytes(port, path)).length),
  )
  const row = (what: string, goal: string, note: string) => ({
    what,
    unit: 'KiB',
    floorName: 'the goal',
    goal,
    note,
  })
  return [
    state(
      row(
        'script at load of /, brotli',
        `<= ${goodKiB}, best <= 143 KiB`,
        `${scripts.length} files`,
      ),
      [sum(scriptBytes) / 1024],
      goodKiB,
    ),
    state(
      row('fonts', `<= ${fontKiB} KiB in 2 files`, `${fonts.length} files`),
      [sum(fontBytes) / 1024],
      fontKiB,
    ),
  ]
}

async function fontsOf(port: number, sheet: string): Promise<string[]> {
  const css = (await fetchBytes(port, sheet)).toString()
  const base = `http://127.0.0.1${sheet}`
  return [...css.matchAll(/url\(["']?([^"')]+\.woff2)[^)]*\)/g)].map(
    ([, address = '']) => new URL(address, base).pathname,
  )
}

async function fetchBytes(port: number, path: string): Promise<Buffer> {
  const { bytes } = await call(port, { method: 'GET', path, expected: 200 })
  return bytes
}

function attribute(tag: string, name: string): string[] {
  const value = new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1]
  return value === undefined ? [] : [value.replaceAll('&amp;', '&')]
}

const unique = (list: string[]) => [...new Set(list)]
const sum = (list: number[]) => list.reduce((all, one) => all + one, 0)
