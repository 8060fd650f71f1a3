import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { root } from './child.mjs'

/**
 * Puts a Brotli form beside each script and style of the build, which never
 * changes under its name: done once, it may take the time that a server has
 * not. Where a network of its own stands before the app, that packs them.
 */
const compress = promisify(brotliCompress)
const params = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
}
const folder = join(root, '.next', 'static')
const files = readdirSync(folder, { recursive: true })
await Promise.all(
  files
    .filter((file) => /\.(js|css|svg)$/.test(file))
    .map(async (file) => {
      const path = join(folder, file)
      const packed = await compress(await readFile(path), { params })
      await writeFile(`${path}.br`, packed)
    }),
)
