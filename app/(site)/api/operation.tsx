import Link from 'next/link'
import { problems } from '@/contracts/problems'
import { Icon } from '@/components/ui/icon'
import { exampleOf } from './examples'
import { FieldTable, ParameterTable } from './field-table'
import { hrefOfShape } from './parts'
import type { Access, OperationEntry } from './reference'
import { ReplyTicket, RequestTicket } from './tickets'
import { Words } from './words'

/** One operation: in words on the light side, as tickets at the hatch. */
export function Operation({
  operation,
  base,
}: {
  operation: OperationEntry
  base: string
}) {
  const { anchor, method, path, summary, about, source } = operation
  const example = exampleOf(`${method} ${path}`)
  return (
    <article className="api-row" aria-labelledby={anchor}>
      <div className="api-front front">
        <p className="api-door">
          <b>{method}</b> <span>{path}</span>
        </p>
        <h3 id={anchor}>
          <a href={`#${anchor}`}>{summary}</a>
        </h3>
        <p className="api-about">
          <Words text={about} />
        </p>
        <p className="api-access">
          <Icon name="auth" size={14} />
          {accessWords[operation.access]}
        </p>
        <Sent operation={operation} />
        <Answers operation={operation} />
      </div>
      <div className="api-pass" aria-hidden="true" />
      <div className="api-back back">
        <RequestTicket operation={operation} base={base} />
        {example && <ReplyTicket exchange={example} />}
        <p className="api-source r-server">
          <span className="chip">
            <Icon name="server" size={13} />
            server
          </span>
          <span>
            served by <code>{source}</code>
          </span>
        </p>
      </div>
    </article>
  )
}

const accessWords: Record<Access, string> = {
  open: 'Anybody may ask.',
  sandbox: 'For a sandbox: a bearer token, or the cookie of a page.',
  cookie: 'For a page of this site only, by its cookie.',
  client: 'For a client of the identity provider, by its secret.',
  'access-token': 'For an access token of the identity provider.',
  key: 'For this backend alone, by a key that nobody else has.',
  clock: 'For the clock of the deployment, by its own secret.',
}

/** More fields than this are told below: few readers write them by hand. */
const manyFields = 20

function Sent({ operation }: { operation: OperationEntry }) {
  const { summary, parameters, body } = operation
  return (
    <>
      {parameters.length > 0 && (
        <>
          <h4>Parameters</h4>
          <ParameterTable
            caption={`Parameters of “${summary}”`}
            parameters={parameters}
          />
        </>
      )}
      {body && (
        <>
          <h4>
            Body, as{' '}
            <Link href={hrefOfShape(body.shape)} prefetch={false}>
              {body.shape}
            </Link>
            {!body.isRequired && ' (may be left out)'}
          </h4>
          {body.rows.length > manyFields ? (
            <p className="api-elsewhere">
              A standard of its own, in {body.rows.length} fields: they are told
              below, under{' '}
              <Link href={hrefOfShape(body.shape)} prefetch={false}>
                {body.shape}
              </Link>
              .
            </p>
          ) : (
            <FieldTable caption={`Body of “${summary}”`} rows={body.rows} />
          )}
        </>
      )}
    </>
  )
}

function Answers({ operation }: { operation: OperationEntry }) {
  const { replies, refusals } = operation
  return (
    <>
      <h4>Answers</h4>
      <dl className="answers">
        {replies.map(({ status, about, shapes, headers }) => (
          <div key={status}>
            <dt className="num">{status}</dt>
            <dd>
              <Words text={about} />{' '}
              {shapes.map((shape, at) => (
                <span key={shape}>
                  {at > 0 && ' or '}
                  <Link href={hrefOfShape(shape)} prefetch={false}>
                    {shape}
                  </Link>
                </span>
              ))}
              {headers.map(({ name, about }) => (
                <span className="answers-field" key={name}>
                  <code>{name}</code> <Words text={about} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <h4>Refusals</h4>
      <dl className="answers is-refusals">
        {refusals.map(({ status, slugs }) => (
          <div key={status}>
            <dt className="num">{status}</dt>
            <dd>
              {slugs.map((slug) => (
                <Link key={slug} href={`/problems/${slug}`} prefetch={false}>
                  {problems[slug].title}
                </Link>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
