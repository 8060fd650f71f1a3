/**
 * The file that a trace is taken home in: everything but the trace, made once
 * by the build and served as public/take-home/template.txt. It is no page of
 * this site, so it has no ending that a browser would open as one. Beside it
 * lie the notes of all steps, of which a file takes its own.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { places } from '@/components/trace/travel/taken-home'
import { themeScript } from '@/components/ui/theme-script'
import { bundleScript, bundleStyles } from './bundle'
import { makeNotes } from './make-notes'

/** What the file may weigh without its trace; with one, 300 kB is the promise. */
const mostBytes = 250_000

/** The whole file, but for what `places` stands for. */
export async function makeTemplate(root: string): Promise<string> {
  const [script, styles] = await Promise.all([
    bundleScript(root),
    bundleStyles(root),
  ])
  // Nothing may be asked for, and only these very scripts may run.
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(themeScript)} ${hashOf(script)}`,
    `style-src ${hashOf(styles)}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="generator" content="Back of House">
<title>${places.title}</title>
<script>${themeScript}</script>
<style>${styles}</style>
</head><body class="front">
<noscript><p>This file replays a trace, and needs scripts for it. They are all in here: it asks for nothing.</p></noscript>
<div id="replay"></div>
<script type="application/json" id="taken-home">${places.data}</script>
<script>${script}</script>
</body></html>
`
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

if (process.argv[1]?.endsWith('make-template.ts')) {
  const template = await makeTemplate(process.cwd())
  const bytes = Buffer.byteLength(template)
  if (bytes > mostBytes)
    throw new Error(`To take home: ${bytes} bytes, at most ${mostBytes}`)
  const folder = join(process.cwd(), 'public', 'take-home')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'template.txt'), template)
  writeFileSync(
    join(folder, 'notes.json'),
    JSON.stringify(makeNotes(process.cwd())),
  )
  console.log(`To take home: ${(bytes / 1000).toFixed(0)} kB without a trace.`)
}
