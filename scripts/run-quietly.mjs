import { exitCodeOf, start } from './child.mjs'

const headLines = 60
const tailLines = 240
const longestLine = 300

/**
 * Runs a Node program and prints a line with its name and time. What it says
 * is shown only when it fails, and then only its beginning and its end: a
 * thousand failures read no better than a hundred.
 */
export async function runQuietly(name, args, env) {
  const began = performance.now()
  const child = start(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  })
  const said = new Excerpt()
  for (const stream of [child.stdout, child.stderr]) said.listenTo(stream)
  const code = await exitCodeOf(child)

  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds} s`)
  if (code !== 0) console.log(said.toString())
  return code === 0
}

/** The first and the last lines of an output of any length. */
class Excerpt {
  #head = []
  #tail = []
  #leftOut = 0

  listenTo(stream) {
    let rest = ''
    stream.setEncoding('utf8')
    stream.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop().slice(0, longestLine)
      lines.forEach((line) => this.#add(line))
    })
    stream.on('end', () => rest && this.#add(rest))
  }

  #add(line) {
    const short = line.slice(0, longestLine)
    if (this.#head.length < headLines) return this.#head.push(short)
    this.#tail.push(short)
    if (this.#tail.length <= tailLines) return undefined
    this.#tail.shift()
    return this.#leftOut++
  }

  toString() {
    const gap =
      this.#leftOut > 0 ? [`... ${this.#leftOut} lines left out ...`] : []
    return [...this.#head, ...gap, ...this.#tail].join('\n')
  }
}
