import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.mjs'

/**
 * Takes out of a function what it cannot use: libSQL's native build for musl,
 * 9 MiB of it. Next's own `outputFileTracingExcludes` does this for routes and
 * leaves out instrumentation, whose files go into every function.
 */
const file = join(root, '.next', 'server', 'instrumentation.js.nft.json')
const trace = JSON.parse(readFileSync(file, 'utf8'))
const files = trace.files.filter((path) => !path.includes('-musl/'))
writeFileSync(file, JSON.stringify({ ...trace, files }))
