import type { CSSProperties, ReactNode } from 'react'
import type { ChapterPlace } from '@/content/chapters'
import type { CardFacts } from './card-facts'

/** The colours of components/ui/tokens.css, which this drawing cannot read. */
const lit: Record<ChapterPlace, string> = {
  browser: '#eef1f4',
  network: '#8fcdf2',
  server: '#f2da55',
  data: '#f79cc0',
  service: '#7fd9ab',
  auth: '#b3aefc',
}
const ink = '#15181e'
const steel =
  'linear-gradient(90deg, #aeb7b9 0, #dde2e2 10%, #c9d0d1 22%, #c9d0d1 78%, #aeb7b9 100%)'

/** A page as a picture: its title on the light side, its places on the dark. */
export function Card({ above, title, places }: CardFacts) {
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%' }}>
      <div style={{ ...column, flex: 1, background: '#f5f7f6', color: ink }}>
        <Mark />
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <span style={{ fontFamily: 'Martian', fontSize: 26 }}>{above}</span>
          <span style={titleStyle(title)}>{title}</span>
        </div>
      </div>
      <div style={{ width: 56, background: steel }} />
      <div style={{ ...column, width: 430, background: '#12151b' }}>
        <div style={{ display: 'flex' }} />
        <Bars places={places} />
      </div>
    </div>
  )
}

const column: CSSProperties = {
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'space-between',
  padding: 56,
}

function titleStyle(title: string): CSSProperties {
  return {
    marginTop: 18,
    fontFamily: 'Bricolage',
    fontSize: title.length > 44 ? 58 : 70,
    lineHeight: 1.06,
    letterSpacing: '-0.024em',
  }
}

function Mark() {
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 18 }}>
      <svg width="52" height="52" viewBox="0 0 26 26">
        <rect
          x=".75"
          y=".75"
          width="24.5"
          height="24.5"
          fill="none"
          stroke={ink}
          strokeWidth="1.5"
        />
        <rect x="13" width="13" height="26" fill={ink} />
        <path d="M13 7.8a5.2 5.2 0 0 0 0 10.4z" fill={ink} />
        <path d="M13 7.8a5.2 5.2 0 0 1 0 10.4z" fill="#f5f7f6" />
      </svg>
      <span style={{ fontFamily: 'Bricolage', fontSize: 34 }}>
        Back of House
      </span>
    </div>
  )
}

/** Spans in the order of the places: a picture of a trace, not a measurement. */
function Bars({ places }: { places: readonly ChapterPlace[] }) {
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 26 }}>
      {places.map((place, index) => (
        <Row key={place} colour={lit[place]}>
          <span style={{ fontFamily: 'Martian', fontSize: 24 }}>
            {place === 'data' ? 'database' : place}
          </span>
          <div
            style={{
              width: Math.max(60, 318 - index * 56),
              height: 20,
              marginLeft: index * 38,
              background: lit[place],
            }}
          />
        </Row>
      ))}
    </div>
  )
}

function Row({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        gap: 10,
        color: colour,
      }}
    >
      {children}
    </div>
  )
}
