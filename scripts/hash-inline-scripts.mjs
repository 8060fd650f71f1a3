import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.mjs'

/**
 * Writes a content security policy into every static page: scripts by file, and
 * the inline ones by their SHA-256. Next puts inline scripts into every page,
 * and a nonce for them would mean rendering each page on each request.
 * Safe to run again on the same build.
 */
const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
const charset = /^<meta charset="?utf-8"?\s*\/?>/i
const ours =
  /<meta http-equiv="Content-Security-Policy"[^>]*>(<script>window\.trustedTypes\?[^<]*<\/script>)?/g

/**
 * With trusted types a string becomes markup, or the address of a script, only
 * by this policy. Next's loader takes its chunks from here and nowhere else,
 * and nothing of ours writes an active element as text. What is in attributes
 * script-src refuses anyway. `\x3c` is `<`, which would end the element early.
 */
const trustedTypesPolicy = [
  "window.trustedTypes?.createPolicy('default',{",
  'createScriptURL:(url)=>',
  'new URL(url,location.href).origin===location.origin?url:null,',
  'createHTML:(html)=>',
  String.raw`/\x3c(script(?!>\x3c\/script>$)|iframe|object|embed|base|meta)\b/i`,
  '.test(html)?null:html})',
].join('')

// The build's pages, and the copies that Next keeps of those it has served.
const folder = join(root, '.next', 'server')
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => join(folder, name))

let total = 0
for (const page of pages) {
  const html = readFileSync(page, 'utf8').replace(ours, '')
  const hashes = hashInlineScripts(html)
  total += hashes.length
  writeFileSync(page, addPolicy(html, hashes, page))
}
console.log(`Inline scripts: ${total} hashes in ${pages.length} static pages.`)

function hashInlineScripts(html) {
  const hashes = [...html.matchAll(script)]
    .filter(([, attributes]) => isInlineCode(attributes))
    .map(([, , text]) => hashOf(text))
  return [...new Set(hashes)]
}

/** A script element with another type, such as JSON-LD, is data. */
function isInlineCode(attributes) {
  if (/\ssrc=/i.test(attributes)) return false
  const type = /\stype="?([^"\s>]*)/i.exec(attributes)?.[1] ?? ''
  return /^$|(java|ecma)script|^(module|importmap|speculationrules)$/i.test(
    type,
  )
}

/** A browser reads every line break as LF before it hashes. */
function hashOf(text) {
  const read = text.replace(/\r\n?/g, '\n')
  return `'sha256-${createHash('sha256').update(read).digest('base64')}'`
}

/** Nothing here contradicts security-headers.ts: a browser obeys both. */
function policyFor(hashes) {
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default nextjs',
  ].join('; ')
}

/** First in the head; only the charset goes before, it belongs in the first KiB. */
function addPolicy(html, hashes, page) {
  const head = /<head\b[^>]*>/i.exec(html)
  if (!head) throw new Error(`${page} has no head element`)

  const policy = policyFor([hashOf(trustedTypesPolicy), ...hashes])
  const added =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<script>${trustedTypesPolicy}</script>`
  const at = head.index + head[0].length
  const before = charset.exec(html.slice(at))?.[0] ?? ''
  return html.slice(0, at) + before + added + html.slice(at + before.length)
}
