/** Black bars of 1 to 3 units, 1 to 3 apart: two for each digit of the id. */
export function barcodeOf(traceId: string, width: number) {
  const bars: { x: number; width: number }[] = []
  let x = 0
  for (const digit of traceId.repeat(4)) {
    const value = Number.parseInt(digit, 16)
    if (Number.isNaN(value)) continue
    const bar = 1 + (value & 3) * 0.75
    if (x + bar > width) break
    bars.push({ x, width: bar })
    x += bar + 1 + (value >> 2) * 0.75
  }
  return bars
}
