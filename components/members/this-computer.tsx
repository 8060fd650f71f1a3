/** Honest about a link that no other device can open. */
export function ThisComputer() {
  const port = location.port || '80'
  return (
    <div className="this-computer">
      <p>
        <b>No phone can open this link yet.</b> {location.hostname} means “this
        very computer” to whatever opens it. In another browser window on this
        computer it works.
      </p>
      <p>
        For a phone in the same network, start the server with the address that
        your computer has there, which <code>npm start</code> prints as well:
      </p>
      <pre>
        <code>
          PUBLIC_URL=http://192.168.0.10:{port} npm start
          {port === '3000' ? '' : ` -- -p ${port}`}
        </code>
      </pre>
    </div>
  )
}
