import { randomBytes } from 'node:crypto'
import { Duplex, PassThrough, Transform } from 'node:stream'
import { connect, createServer } from 'node:tls'

/** A secret that both ends share stands for the certificate of a real site. */
const method = {
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305',
} as const

/**
 * Sends a text from one end of a line to the other through TLS, and gives back
 * what somebody on the line has of it, in base64. Both ends are in this
 * process; the handshake and the encryption are those of any HTTPS.
 */
export function listenIn(text: string): Promise<string> {
  const heard: Buffer[] = []
  const there = new Transform({
    transform(bytes: Buffer, _encoding, pass) {
      heard.push(bytes)
      pass(null, bytes)
    },
  })
  const back = new PassThrough()
  const psk = randomBytes(32)

  return new Promise((resolve, reject) => {
    const server = createServer({ ...method, pskCallback: () => psk })
    server.once('tlsClientError', reject)
    server.once('secureConnection', (end) =>
      end.once('data', () => {
        resolve(Buffer.concat(heard).toString('base64'))
        client.destroy()
        end.destroy()
      }),
    )
    server.emit('connection', Duplex.from({ readable: there, writable: back }))

    const client = connect({
      ...method,
      socket: Duplex.from({ readable: back, writable: there }),
      pskCallback: () => ({ psk, identity: 'courier' }),
      checkServerIdentity: () => undefined,
    })
    client.once('error', reject)
    client.once('secureConnect', () => {
      heard.length = 0
      client.write(text)
    })
  })
}
