import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { readResource, sha256 } from './assemble'
import { freeSize, keepOutput, withoutCasts } from './assemble-graph'
import { floatsOf, roundPerChannel, withRoundedWeights } from './assemble-weights'
import { models } from './index'
import { isnet } from './isnet-part'
import { decode, encode, FLOAT, FLOAT16, type Graph, INT8, type Node, type Port } from './onnx'

const node = (opType: string, input: string[], output: string[]): Node => ({ opType, input, output, attribute: [] })
const port = (name: string, side: number, elemType = FLOAT): Port => ({
  name,
  type: { tensorType: { elemType, shape: { dim: [1, 1, side, side].map((dimValue) => ({ dimValue })) } } },
})
const int64s = (...values: number[]) => new Uint8Array(BigInt64Array.from(values, BigInt).buffer)

/** A half-precision graph in small: a convolution, a Resize to a size worked out at run time, and a second output. */
const small = (target = 8): Graph => ({
  name: 'small',
  node: [
    node('Conv', ['cast_in', 'w', 'b'], ['c']),
    node('Shape', ['c'], ['shape']),
    {
      ...node('Constant', [], ['size']),
      attribute: [{ name: 'value', type: 4, t: { dims: [2], dataType: 7, rawData: int64s(target, target) } }],
    },
    node('Concat', ['shape', 'size'], ['sizes']),
    node('Resize', ['wide', '', '', 'sizes'], ['narrow']),
    node('Sigmoid', ['c'], ['side_half']),
    node('Cast', ['input'], ['cast_in']),
    node('Cast', ['c'], ['wide']),
    node('Cast', ['narrow'], ['output']),
    node('Cast', ['side_half'], ['side']),
  ],
  initializer: [
    { name: 'w', dims: [2, 1, 1, 1], dataType: FLOAT16, rawData: new Uint8Array(Uint16Array.of(0x3c00, 0xc000).buffer) },
    { name: 'b', dims: [2], dataType: FLOAT16, rawData: new Uint8Array(Uint16Array.of(0x3800, 0x0001).buffer) },
  ],
  input: [port('input', 4)],
  output: [port('output', 8), port('side', 4)],
  valueInfo: [port('c', 4, FLOAT16), port('side_half', 4, FLOAT16)],
})

test('keeps one output and only what it needs', () => {
  const kept = keepOutput(small(), 'output')
  expect(kept.output.map(({ name }) => name)).toEqual(['output'])
  expect(kept.node.some(({ opType }) => opType === 'Sigmoid')).toBe(false)
  expect(kept.node).toHaveLength(8)
})

test('takes casts out and leaves the nodes in an order that can be run', () => {
  const { node: nodes } = withoutCasts(keepOutput(small(), 'output'))
  expect(nodes.some(({ opType }) => opType === 'Cast')).toBe(false)
  const known = new Set(['input', 'w', 'b', ''])
  for (const { input, output } of nodes) {
    for (const name of input) expect(known.has(name), name).toBe(true)
    for (const name of output) known.add(name)
  }
  expect(nodes.find(({ opType }) => opType === 'Resize')).toMatchObject({ input: ['c', '', '', 'sizes'], output: ['output'] })
})

test('a Resize that doubles is freed from its size, any other is refused', () => {
  const free = freeSize(withoutCasts(keepOutput(small(), 'output')))
  expect(free.node.map(({ opType }) => opType)).toEqual(['Conv', 'Resize'])
  expect(free.input[0]?.type.tensorType.shape.dim.slice(2)).toEqual([{ dimParam: 'side' }, { dimParam: 'side' }])
  expect(free.initializer.find(({ name }) => name === 'twice')?.dims).toEqual([4])
  expect(() => freeSize(withoutCasts(keepOutput(small(12), 'output')))).toThrow('does not double')
})

test('weights become 8 bits with a scale per channel, the rest float32', () => {
  const { initializer, node: nodes } = withRoundedWeights(small())
  expect(initializer.map(({ name, dataType }) => [name, dataType])).toEqual([
    ['w/steps', INT8],
    ['w/scales', FLOAT],
    ['b', FLOAT],
  ])
  expect(nodes[0]).toMatchObject({ opType: 'DequantizeLinear', input: ['w/steps', 'w/scales'], output: ['w'] })
  expect([...new Int8Array(initializer[0]?.rawData.slice().buffer ?? new ArrayBuffer())]).toEqual([127, -127])
  expect(floatsOf(initializer[2] ?? { dims: [], dataType: 0, rawData: new Uint8Array() })).toEqual(Float32Array.of(0.5, 2 ** -24))
})

test('no rounded weight is further off than half a step of its channel', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -8, max: 8 }), { minLength: 1, maxLength: 30 }),
      (channels, drawn) => {
        // A step of less than float32 can tell apart is none; weights of networks are nowhere near.
        const one = drawn.map((weight) => (Math.abs(weight) < 2 ** -110 ? 0 : weight))
        const weights = Float32Array.from(
          { length: channels * one.length },
          (_, i) => (one[i % one.length] ?? 0) * (1 + Math.floor(i / one.length)),
        )
        const { steps, scales } = roundPerChannel(weights, channels)
        for (const [i, weight] of weights.entries()) {
          const scale = scales[Math.floor(i / one.length)] ?? 0
          expect(Math.abs(weight - (steps[i] ?? 0) * scale)).toBeLessThanOrEqual(scale * 0.5001)
        }
      },
    ),
  )
})

test('what is written is what is read, and a field unknown here is refused', () => {
  const model = { irVersion: 8, graph: small(), opsetImport: [{ domain: '', version: 15 }] }
  const bytes = encode(model)
  expect(encode(decode(bytes))).toEqual(bytes)
  expect(decode(bytes).graph.node[2]?.attribute[0]?.t?.dims).toEqual([2])
  expect(() => decode(Uint8Array.of(...bytes, 0xa2, 0x06, 1, 0))).toThrow('not listed')
})

test('a resource is put together by its offsets, and a damaged one is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const whole = Uint8Array.from({ length: 10 }, (_, i) => i)
  const cut = [whole.subarray(6), whole.subarray(0, 6)]
  const chunks = cut.map((bytes) => ({ hash: sha256(bytes), offsets: [bytes[0], (bytes[0] ?? 0) + bytes.length] }))
  for (const bytes of cut) await writeFile(join(folder, sha256(bytes)), bytes)
  await writeFile(join(folder, 'resources.json'), JSON.stringify({ '/m': { size: 10, chunks } }))
  expect(await readResource(folder, '/m', sha256(whole))).toEqual(whole)
  await expect(readResource(folder, '/m', '00')).rejects.toThrow('not the file')
  await expect(readResource(folder, '/other', '00')).rejects.toThrow('has no /other')
  await writeFile(join(folder, chunks[0]?.hash ?? ''), Uint8Array.of(6, 7, 8, 0))
  await expect(readResource(folder, '/m', sha256(whole))).rejects.toThrow('is damaged')
})

test('the kept model is the one that the catalogue names, for both sizes', { timeout: 60_000 }, async () => {
  const bytes = await isnet()
  for (const model of Object.values(models)) {
    expect(sha256(bytes)).toBe(model.sha256)
    expect(bytes.length).toBe(model.bytes)
    expect(model.input.side % 64).toBe(0)
  }
  expect(await readFile(join(import.meta.dirname, 'isnet/CARD.md'), 'utf8')).toContain(models['isnet-fine'].sha256)
})
