import { createSocket } from 'node:dgram'
import { createServer, type Socket } from 'node:net'

/** A port of this machine that hears TCP and UDP alike: the thief. */
export interface Listener {
  readonly port: number
  /** Everything that came, or the bare fact that somebody connected. Empty = silence. */
  heard(): string
  close(): void
}

const ANSWER = [
  'HTTP/1.1 200 OK',
  'Access-Control-Allow-Origin: *',
  'Access-Control-Allow-Headers: *',
  'Supports-Loading-Mode: credentialed-prerender',
  'Content-Type: text/plain',
  'Content-Length: 0',
  '\r\n',
].join('\r\n')

export async function listener(): Promise<Listener> {
  let connections = 0
  let bytes = ''
  const open = new Set<Socket>()
  const tcp = createServer((socket) => {
    connections++
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
    socket.on('data', (data) => {
      bytes += data.toString('latin1')
      if (/^[A-Z]{3,7} /.test(bytes)) socket.write(ANSWER)
    })
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const { port } = tcp.address() as { port: number }
  const udp = createSocket('udp4')
  udp.on('message', (message) => {
    bytes += `udp ${message.toString('latin1')}`
  })
  const free = await new Promise<boolean>((resolve) => {
    udp.once('error', () => resolve(false))
    udp.bind(port, '127.0.0.1', () => resolve(true))
  })
  if (!free) {
    tcp.close()
    return await listener() // the browser had the UDP port of that number
  }
  return {
    port,
    heard: () => bytes || (connections ? `${connections} connection(s)` : ''),
    close() {
      for (const socket of open) socket.destroy()
      tcp.close()
      udp.close()
    },
  }
}
