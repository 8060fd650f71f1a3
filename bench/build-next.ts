import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { commands, root } from '@/scripts/child.mjs'
import { startServer } from './start-server'

/**
 * A production build of a Next floor (bench/floors), outside of the checkout.
 * Further files of the floors may be put beside it.
 */
export async function buildNext(
  name: string,
  folder: string,
  beside: readonly string[] = [],
): Promise<string> {
  const floors = join(root, 'bench', 'floors')
  cpSync(join(floors, name), folder, { recursive: true })
  for (const file of beside) cpSync(join(floors, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const build = spawn(
    process.execPath,
    [join(root, ...commands.next), 'build'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  )
  let said = ''
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (text) => (said = `${said}${text}`.slice(-4000)))
  const [code] = await once(build, 'exit')
  if (code !== 0) throw new Error(`The Next floor does not build. ${said}`)
  return folder
}

/** Such a build under Next's own server. */
export function startNext(
  folder: string,
  firstPath: string,
  env: Record<string, string> = {},
) {
  return startServer({
    args: (port) => [
      join(root, ...commands.next),
      ...['start', '-H', '127.0.0.1', '-p', String(port)],
    ],
    cwd: folder,
    env,
    firstPath,
  })
}
