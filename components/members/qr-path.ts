import { generate } from 'lean-qr/nano'

/** The white edge that ISO/IEC 18004 asks for, so that a camera finds it. */
const quietZone = 4

/** A text as the dark squares of a QR code: one path, row by row. */
export function qrPath(text: string): { path: string; size: number } {
  const matrix = generate(text)
  let path = ''
  for (let y = 0; y < matrix.size; y++)
    for (let x = 0; x < matrix.size; x++) {
      if (!matrix.get(x, y)) continue
      const from = x
      while (matrix.get(x + 1, y)) x++
      const width = x - from + 1
      path += `M${from + quietZone} ${y + quietZone}h${width}v1h-${width}z`
    }
  return { path, size: matrix.size + 2 * quietZone }
}
