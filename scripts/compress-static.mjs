import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { root } from './child.mjs'

const compress = promisify(brotliCompress)
const params = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
}

/** The scripts and styles of the build, which never change under their names. */
export const staticFolder = join(root, '.next', 'static')

/**
 * Puts a Brotli form beside each: done once, it may take the time that a server
 * has not. Where a network of its own stands before the app, that packs them.
 */
async function compressStatic() {
  const files = readdirSync(staticFolder, { recursive: true })
  await Promise.all(
    files
      .filter((file) => /\.(js|css|svg)$/.test(file))
      .map(async (file) => {
        const path = join(staticFolder, file)
        const packed = await compress(await readFile(path), { params })
        await writeFile(`${path}.br`, packed)
      }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compressStatic()
