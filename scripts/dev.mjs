import {
  commands,
  exitCodeOf,
  passSignalsOn,
  root,
  runNode,
  start,
  stopWithNpm,
} from './child.mjs'
import { installIfNeeded } from './install.mjs'
import { readPort } from './read-port.mjs'

/** `npm run dev`: the site with hot reload, `-- -p N` for another port. */
process.chdir(root)
const port = String(readPort(process.argv.slice(2)))
passSignalsOn()
stopWithNpm()

await installIfNeeded()
await runNode([...commands.tsx, 'scripts/make-manifest.ts'])
await runNode([...commands.tsx, 'scripts/take-home/make-template.ts'])
await runNode(['scripts/make-postgres.mjs'])
const next = start(process.execPath, [...commands.next, 'dev', '-p', port], {
  // The site's own settings read the port from the variable.
  env: { PORT: port, NODE_ENV: 'development' },
})
process.exit(await exitCodeOf(next))
