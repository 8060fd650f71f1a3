import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const from = 'node_modules/@fontsource-variable'
const into = 'app/fonts'

/** Basic Latin, and the letters and signs that English prose here borrows. */
const characters = [
  ...range(0x20, 0x7e),
  ...'\u00a0–—‘’“”…•·←→↑↓×÷±−≤≥≠≈½€£§©°µ✓',
  ...'àáâäåçèéêëìíîïñóôöøùúûüÄÅÉÖÜß',
].join('')

const fonts: {
  name: string
  file: string
  variationAxes: Record<
    string,
    number | { min: number; max: number; default: number }
  >
}[] = [
  {
    name: 'bricolage-grotesque',
    file: 'bricolage-grotesque-latin-opsz-normal.woff2',
    variationAxes: {
      opsz: { min: 14, max: 60, default: 14 },
      wght: { min: 400, max: 700, default: 400 },
    },
  },
  {
    name: 'martian-mono',
    file: 'martian-mono-latin-standard-normal.woff2',
    variationAxes: { wdth: 75, wght: { min: 400, max: 700, default: 400 } },
  },
]

/** One weight each, for the pictures that the build draws of pages. */
const cardAxes: Record<string, number>[] = [
  { opsz: 48, wght: 700 },
  { wdth: 75, wght: 500 },
]

await mkdir(join(into, 'cards'), { recursive: true })
let total = 0
for (const { name, file, variationAxes } of fonts) {
  const source = await readFile(join(from, name, 'files', file))
  const options = {
    targetFormat: 'woff2' as const,
    keepFeatures: ['kern', 'tnum', 'mark', 'ccmp'],
    noHinting: true,
    variationAxes,
  }
  const font = await subsetFont(source, characters, options)
  await writeFile(join(into, `${name}.woff2`), font)
  await copyFile(join(from, name, 'LICENSE'), join(into, `${name}.OFL.txt`))
  total += font.length
  console.log(`${name}: ${(font.length / 1024).toFixed(1)} KiB`)
}
console.log(`together: ${(total / 1024).toFixed(1)} KiB`)
if (total > 70 * 1024) process.exitCode = 1

for (const [index, { name, file }] of fonts.entries()) {
  const source = await readFile(join(from, name, 'files', file))
  const options = {
    targetFormat: 'woff' as const,
    noHinting: true,
    variationAxes: cardAxes[index] ?? {},
  }
  const font = await subsetFont(source, characters, options)
  await writeFile(join(into, 'cards', `${name}.woff`), font)
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) =>
    String.fromCodePoint(first + i),
  )
}
