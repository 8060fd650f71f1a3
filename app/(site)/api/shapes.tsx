import { FieldTable } from './field-table'
import type { Shape } from './reference'
import { Words } from './words'

/** What crosses the wire, each shape once. */
export function Shapes({ shapes }: { shapes: Shape[] }) {
  return (
    <section className="api-shapes front" aria-labelledby="shapes">
      <h2 id="shapes">Shapes</h2>
      <p className="api-about">
        What is sent and what comes back, each once. They are the schemas that
        the backend itself checks with, as JSON Schema in the document.
      </p>
      <div className="api-shape-list">
        {shapes.map((shape) => (
          <ShapeEntry key={shape.name} shape={shape} />
        ))}
      </div>
    </section>
  )
}

function ShapeEntry({ shape }: { shape: Shape }) {
  const { anchor, name, about, values, rows } = shape
  return (
    <article className="api-shape" aria-labelledby={anchor}>
      <h3 id={anchor}>
        <a href={`#${anchor}`}>{name}</a>
      </h3>
      {about && (
        <p>
          <Words text={about} />
        </p>
      )}
      {values.length > 0 && (
        <p>
          One of{' '}
          {values.map((value, at) => (
            <span key={value}>
              {at > 0 && ', '}
              <code>{value}</code>
            </span>
          ))}
          .
        </p>
      )}
      {rows.length > 0 ? (
        <FieldTable
          caption={`Fields of ${name}`}
          rows={rows}
          noneRequired="not always"
        />
      ) : (
        values.length === 0 && <p>An object without fields.</p>
      )}
    </article>
  )
}
