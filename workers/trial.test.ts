import * as ort from 'onnxruntime-web'
import { describe, expect, it } from 'vitest'
import { faultOf } from '../src/core/fault'
import { network, others } from '../tests/support/networks'
import { readNothing, refusal, unreadable } from './refusal'
import { openSession, type Runtime } from './runtime'
import { tryOut } from './trial'

const runtime: Runtime = { ort, using: 'wasm', threads: 1 }

async function trial(bytes: Uint8Array<ArrayBuffer>) {
  const session = await openSession(runtime, bytes.buffer, {})
  try {
    return await tryOut(runtime, session)
  } finally {
    await session.release()
  }
}

/** The fault that a seller would read. */
const complaint = (bytes: Uint8Array<ArrayBuffer>) =>
  trial(bytes).then(
    () => expect.unreachable('it was taken on'),
    (error: unknown) => faultOf(readNothing(error) ? unreadable(bytes) : refusal(error)),
  )

/** The cup of the test picture has a red of 24 to 84, the ground one of 165 and more. */
const ways = {
  imagenet: { lo: -3, hi: -0.55, mean: 123.675 },
  centred: { lo: -0.5, hi: 0, mean: 127.5 },
  signed: { lo: -0.9, hi: -0.2, mean: 127.5 },
  unit: { lo: 0.04, hi: 0.45, mean: 0 },
} as const
const scale = { imagenet: 58.395, centred: 255, signed: 127.5, unit: 255 }

describe('a network whose file does not say how it wants its pixels', () => {
  it.each(Object.keys(ways) as (keyof typeof ways)[])('%s: the test picture tells', { timeout: 60_000 }, async (way) => {
    const { network: found, agreement } = await trial(network({ ...ways[way], side: 256 }))
    expect(found.input).toMatchObject({ name: 'x', side: 256 })
    expect([found.input.mean[0], found.input.scale[0]]).toEqual([ways[way].mean, scale[way]])
    expect(found.output).toEqual({ name: 'y', sigmoid: false })
    expect(agreement).toBeGreaterThan(0.95)
  })

  it('that stops short of the sigmoid is brought to 0 to 1', { timeout: 60_000 }, async () => {
    const { network: found, golden } = await trial(network({ ...ways.imagenet, side: 256, logits: true }))
    expect(found.output.sigmoid).toBe(true)
    expect(Math.max(...golden)).toBeLessThanOrEqual(255)
    expect(Math.min(...golden)).toBeGreaterThanOrEqual(0)
  })

  it('of any size looks at 1024 px, whatever its dimensions are called', { timeout: 120_000 }, async () => {
    const { network: found } = await trial(network({ ...ways.centred, side: ['height', 'width'] }))
    expect(found.input.side).toBe(1024)
    expect(found.free).toEqual({ height: 1024, width: 1024 })
  })

  it('with side outputs gives its finest one', { timeout: 60_000 }, async () => {
    const { network: found } = await trial(network({ ...ways.centred, side: 256, company: true }))
    expect(found.output.name).toBe('y')
  })
})

describe('a file that cannot be used says why', () => {
  const whole = network({ ...ways.centred, side: 256 })
  it.each([
    ['takes two inputs', others.twoInputs(), 'network-not-a-matte', /takes 2 inputs \(x, z\)/],
    ['tells what it sees', others.classifier(), 'network-not-a-matte', /gives 1 x 3/],
    ['takes no picture', others.words(), 'network-not-a-matte', /takes 1 x 128/],
    ['finds the ground, not the cup', network({ lo: 0.6, hi: 2, side: 256 }), 'network-finds-nothing', /did not find the cup/],
    ['has an operator of its own', others.unknownOperator(), 'network-operators', /\(Wobble\)/],
    ['keeps its weights elsewhere', others.external(), 'network-external', /second file/],
    ['needs more memory than there is', network({ ...ways.centred, side: 256, memory: 17_500 }), 'network-memory', /more memory/],
    ['was cut short', whole.subarray(0, whole.length >> 1).slice(), 'network-damaged', /damaged/],
    ['is a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70), 'not-a-network', /not an ONNX/],
    ['is a web page', new TextEncoder().encode('<html><body>404</body></html>'), 'not-a-network', /not an ONNX/],
    ['is empty', new Uint8Array(), 'not-a-network', /not an ONNX/],
  ])('%s', { timeout: 60_000 }, async (_, bytes, code, sentence) => {
    const fault = await complaint(bytes)
    expect(fault.code).toBe(code)
    expect(fault.sentence).toMatch(sentence)
    expect(fault.remedy).toMatch(/^[A-Z].*\.$/)
  })
})
