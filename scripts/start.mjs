import {
  exitCodeOf,
  passSignalsOn,
  root,
  runNode,
  start,
  stopWithNpm,
} from './child.mjs'
import { installIfNeeded } from './install.mjs'
import { readPort } from './read-port.mjs'
import { hashSources, isBuilt } from './source-stamp.mjs'

/**
 * `npm start`: from a fresh clone to a serving site. Whatever is already done
 * is not done again, so the second start takes about a second. Plain Node,
 * because at first there is nothing else.
 */
process.chdir(root)
const port = readPort(process.argv.slice(2))
passSignalsOn()
stopWithNpm()

await installIfNeeded()
if (!isBuilt(hashSources())) {
  console.log('Building the site. This takes half a minute or so.')
  await runNode(['scripts/build.mjs'])
}

// The channel tells the server when this process is gone, however it went.
const server = start(process.execPath, ['scripts/serve.mjs'], {
  env: { PORT: String(port) },
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
process.exit(await exitCodeOf(server))
