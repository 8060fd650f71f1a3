import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImageResponse } from 'next/og'
import { Card } from '../../card'
import { cardFacts } from '../../card-facts'

type Route = { params: Promise<{ kind: string; name: string }> }

/** Drawn by the build, once for each page; there are no others. */
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(cardFacts()).map((card) => {
    const [kind, name] = card.split('/')
    return { kind, name: `${name}.png` }
  })
}

export async function GET(_request: Request, { params }: Route) {
  const { kind, name } = await params
  const facts = cardFacts()[`${kind}/${name.replace(/\.png$/, '')}`]
  if (!facts) return new Response(null, { status: 404 })
  return new ImageResponse(<Card {...facts} />, {
    width: 1200,
    height: 630,
    fonts: [
      { name: 'Bricolage', data: readFont('bricolage-grotesque') },
      { name: 'Martian', data: readFont('martian-mono') },
    ],
  })
}

/** One weight, as WOFF, which is what the drawing understands. */
function readFont(name: string): Buffer {
  return readFileSync(
    join(process.cwd(), 'app', 'fonts', 'cards', `${name}.woff`),
  )
}
