import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import { qrPath } from './qr-path'

const scale = 4

/** Draws the path’s rectangles, as a browser does, and reads the picture. */
function readBack(text: string): string | undefined {
  const { path, size } = qrPath(text)
  const edge = size * scale
  const pixels = new Uint8ClampedArray(edge * edge * 4).fill(255)
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row++) {
      const start = (Number(y) * scale + row) * edge + Number(x) * scale
      for (let at = start; at < start + Number(width) * scale; at++)
        pixels.fill(0, at * 4, at * 4 + 3)
    }
  return jsQR(pixels, edge, edge)?.data
}

it('another library reads the same link from the drawn code', () => {
  for (const link of [
    'http://127.0.0.1:3000/join#7K2-QFDX',
    'https://back-of-house.example.org/join#222-2222',
    'http://192.168.178.42:3000/join#WXV-TRQP',
  ])
    expect(readBack(link)).toBe(link)
})
