import type { CSSProperties } from 'react'
import { placeNames, places, type Place } from '@/components/trace/place-of'
import { Icon } from '@/components/ui/icon'

const copies: Record<Place, { paper: string; text: string; says: string }> = {
  browser: {
    paper: 'White copy',
    text: 'The guest holds it, so the guest can change it.',
    says: 'the basket\non the screen',
  },
  network: {
    paper: 'Sky copy',
    text: 'The message itself, and its time on the road.',
    says: 'POST /api/orders\nand its reply',
  },
  server: {
    paper: 'Yellow copy',
    text: 'Decides what is allowed, and in which order.',
    says: 'priceBasket\nplaceOrder',
  },
  data: {
    paper: 'Pink copy',
    text: 'What is still true after a power cut.',
    says: 'INSERT orders\nCOMMIT',
  },
  service: {
    paper: 'Mint copy',
    text: 'The restaurant. Not yours, may be closed.',
    says: 'a signed webhook\nand a ticket',
  },
  auth: {
    paper: 'Violet copy',
    text: 'Who is asking, and how we know.',
    says: 'a signed cookie\nrequireGuest',
  },
}

/** What the six colours mean, everywhere on the site. */
export function SixCopies() {
  return (
    <section className="copies front" aria-labelledby="six-copies">
      <div>
        <h2 className="section-title" id="six-copies">
          One order, six copies
        </h2>
        <p className="copies-text">
          Kitchens write orders on carbon pads: each copy goes to someone else.
          Here the copies are places where your order exists. A colour means the
          same place in every map, timeline, ticket and sentence.
        </p>
      </div>
      <div className="copies-pad">
        {places.map((place, index) => {
          const { paper, text, says } = copies[place]
          const shift: CSSProperties & Record<'--at', number> = {
            '--at': index,
          }
          return (
            <div key={place} className={`copy-sheet r-${place}`} style={shift}>
              <div className="copy-head">
                <Icon name={place} size={20} />
                <span className="micro">{paper}</span>
              </div>
              <h3>{placeNames[place]}</h3>
              <p>{text}</p>
              <p className="copy-says">{says}</p>
            </div>
          )
        })}
      </div>
    </section>
  )
}
