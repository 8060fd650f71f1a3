import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const mebibyte = 1024 * 1024
const largestMebibytes = 24

/** What a build has to contain, and what it must not. */
export function outputChecks(checkout, functions) {
  return {
    'the home page is static and carries its policy': () => {
      const html = readPage(checkout, 'index')
      assert.match(html, /<meta http-equiv="Content-Security-Policy"/)
      assert.match(html, /script-src 'self' 'sha256-/)
    },
    'nothing leads to the setup page': () => {
      assert.deepEqual(routesToSetup(checkout), [])
    },
    [`no function is over ${largestMebibytes} MiB`]: () => {
      const largest =
        Math.max(...functions.map(({ bytes }) => bytes)) / mebibyte
      assert.ok(largest <= largestMebibytes, `${largest.toFixed(1)} MiB`)
      return `${largest.toFixed(1)} MiB`
    },
    'one native build of libSQL, no sources, no pictures': () => {
      for (const { name, files } of functions) {
        const natives = files.filter((file) => file.endsWith('.node'))
        assert.ok(natives.length <= 1, `${name}: ${natives.join(', ')}`)
        // A shop in memory is made by the migrations (next.config.ts).
        const ours = files.filter(
          (file) => !/node_modules|^db\/migrations\//.test(file),
        )
        const strays = ours.filter((file) =>
          /\.(tsx?|mdx?|map|sql)$|(^|\/)public\/|(^|\/)plates\//.test(file),
        )
        assert.deepEqual(strays, [], name)
      }
    },
    'an event stream ends with its reader': () => {
      const folder = join(checkout, '.vercel/output/functions/api/events.func')
      const config = readFileSync(join(folder, '.vc-config.json'), 'utf8')
      assert.equal(JSON.parse(config).supportsCancellation, true)
    },
  }
}

/** What a build without its variables has to show instead of the site. */
export function setupChecks(checkout, missing) {
  return {
    'without variables every page leads to the setup page': () => {
      const [route, ...others] = routesToSetup(checkout)
      assert.equal(others.length, 0)
      const source = new RegExp(route.src)
      for (const page of ['/', '/plateful', '/learn/servers', '/trace/abc'])
        assert.match(page, source)
      for (const other of ['/api/orders', '/_next/static/a.js', '/icon.svg'])
        assert.doesNotMatch(other, source)
    },
    'the setup page names each of them': () => {
      const html = readPage(checkout, 'setup')
      for (const name of missing) assert.ok(html.includes(name), name)
    },
  }
}

/** An API that cannot work: 503, and the name of the variable to look at. */
export function refusalCheck(what, url, name) {
  return {
    [`${what} is a 503 that names it`]: async () => {
      const reply = await fetch(`${url}/api/orders`)
      const problem = await reply.json()
      assert.equal(reply.status, 503)
      assert.match(problem.type, /\/problems\/not-configured$/)
      assert.ok(problem.detail.includes(name), problem.detail)
    },
  }
}

/** A page that was written at build time, wherever the build has put it. */
function readPage(checkout, name) {
  const output = join(checkout, '.vercel', 'output')
  const places = [
    join(output, 'static', `${name}.html`),
    join(output, 'functions', `${name}.prerender-fallback.html`),
  ]
  const place = places.find((file) => existsSync(file))
  assert.ok(place, `the page ${name} is not static`)
  return readFileSync(place, 'utf8')
}

function routesToSetup(checkout) {
  const file = join(checkout, '.vercel', 'output', 'config.json')
  const { routes } = JSON.parse(readFileSync(file, 'utf8'))
  return routes.filter(({ src, dest }) => dest === '/setup' && src !== '/setup')
}
