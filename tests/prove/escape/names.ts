import { createSocket } from 'node:dgram'

/** Answers for all names there are, by 127.0.0.1. */
export interface Names {
  /** Every name that was asked for, in lower case. */
  readonly asked: readonly string[]
  close(): void
}

const A = 1
const HEADER = 12

/**
 * Listens at port 53 of this machine (RFC 1035, UDP alone), where the system's resolver has to be told to ask. Rejects where the port
 * may not be had: it wants a network namespace of one's own, or root.
 */
export async function nameServer(): Promise<Names> {
  const asked: string[] = []
  const udp = createSocket('udp4')
  udp.on('message', (query, { port, address }) => {
    const labels: string[] = []
    let at = HEADER
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length))
      at += 1 + length
    }
    asked.push(labels.join('.').toLowerCase())
    const isA = query.readUInt16BE(at + 1) === A
    const head = Buffer.from(query.subarray(0, HEADER))
    for (const [i, word] of [0x8180, 1, isA ? 1 : 0, 0, 0].entries()) head.writeUInt16BE(word, 2 + 2 * i)
    // The name of the question again, type A, class IN, one second, four bytes.
    const record = isA ? Buffer.from([0xc0, HEADER, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1]) : Buffer.alloc(0)
    udp.send(Buffer.concat([head, query.subarray(HEADER, at + 5), record]), port, address)
  })
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject)
    udp.bind(53, '127.0.0.1', resolve)
  })
  return { asked, close: () => udp.close() }
}
