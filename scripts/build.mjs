import { existsSync } from 'node:fs'
import { commands, passSignalsOn, root, runNode } from './child.mjs'
import { hashSources, removeStamp, writeStamp } from './source-stamp.mjs'

/**
 * `npm run build`, here and on Vercel: the map from trace steps to source
 * code, the file in which a trace is taken home, Next's build, the hashes of
 * the pages' inline scripts, the packed form of what browsers load, and what
 * functions need not bring along. A production deployment with a remote
 * database migrates it here, never at cold start.
 */
process.chdir(root)
process.env.NODE_ENV = 'production'
passSignalsOn()

removeStamp()
await runTypeScript('scripts/make-manifest.ts')
await runTypeScript('scripts/take-home/make-template.ts')
await runNode(['scripts/make-postgres.mjs'])
const hash = hashSources()
await runNode([...commands.next, 'build'])
await runNode(['scripts/hash-inline-scripts.mjs'])
await runNode(['scripts/share-chunks.mjs'])
if (!process.env.VERCEL) await runNode(['scripts/compress-static.mjs'])
await runNode(['scripts/trim-traces.mjs'])
await runNode(['scripts/check-bundles.mjs'])
if (process.env.VERCEL_ENV === 'production' && process.env.TURSO_DATABASE_URL)
  await runTypeScript('scripts/migrate-remote.ts')
writeStamp(hash)

async function runTypeScript(file) {
  if (existsSync(file)) await runNode([...commands.tsx, file])
}
