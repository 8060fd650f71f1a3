import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test('without a build the server says in a line how to make one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'back-of-house-unbuilt-'))
  try {
    cpSync('scripts', join(folder, 'scripts'), { recursive: true })
    cpSync('package.json', join(folder, 'package.json'))
    symlinkSync(
      join(process.cwd(), 'node_modules'),
      join(folder, 'node_modules'),
    )
    const failed = await run('node', ['scripts/serve.mjs'], {
      cwd: folder,
    }).catch((error: { code: number; stderr: string }) => error)
    expect(failed).toMatchObject({
      code: 1,
      stderr: 'There is no build here yet: npm run build makes one.\n',
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
