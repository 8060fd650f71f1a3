import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { build } from 'esbuild'
import postcss from 'postcss'
import subsetFont from 'subset-font'

const folder = 'app/(site)/trace/take-home'

/** The script of the file: the replay of the site, on Preact, in one piece. */
export async function bundleScript(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, 'main.tsx')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // A quarter of React's size, and the same components run on it.
    alias: {
      react: 'preact/compat',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      'next/link': join(root, folder, 'link.tsx'),
    },
    // All styles come from home.css, in the site's order.
    loader: { '.css': 'empty' },
  })
  const [file] = outputFiles
  if (!file) throw new Error('Nothing was bundled')
  // Within an element of HTML this would end it, or hide its end.
  return file.text.replaceAll(/<(?=\/script|!--|script)/gi, '\\x3C').trim()
}

/** The styles of the file, with the typefaces in them. */
export async function bundleStyles(root: string): Promise<string> {
  const from = join(root, folder, 'home.css')
  const { css } = await postcss([
    tailwind({ base: root, optimize: { minify: true } }),
  ]).process(await readFile(from, 'utf8'), { from })
  return `${await typefaces(root)}${css}`.trim()
}

/** Letters of English and of code; others come from the reader's system. */
const letters =
  String.fromCodePoint(...Array.from({ length: 95 }, (_, at) => 32 + at)) +
  '\u00a0–—‘’“”…·×→←−'
const weights = { min: 400, max: 700, default: 400 }
const faces = [
  { name: 'bricolage', file: 'bricolage-grotesque', opsz: 14 },
  { name: 'martian', file: 'martian-mono' },
]

/** The site's typefaces once more, smaller, under the names of tokens.css. */
async function typefaces(root: string): Promise<string> {
  const rules = await Promise.all(
    faces.map(async ({ name, file, opsz }) => {
      const source = await readFile(join(root, 'app/fonts', `${file}.woff2`))
      const options = {
        targetFormat: 'woff2' as const,
        keepFeatures: ['kern', 'tnum'],
        variationAxes: { wght: weights, ...(opsz ? { opsz } : {}) },
      }
      const font = await subsetFont(source, letters, options)
      const address = `data:font/woff2;base64,${font.toString('base64')}`
      return (
        `@font-face{font-family:'${name} home';font-weight:400 700;` +
        `font-display:block;src:url(${address}) format('woff2')}`
      )
    }),
  )
  const names = faces.map(({ name }) => `--font-${name}:'${name} home'`)
  return `${rules.join('')}:root{${names.join(';')}}`
}
