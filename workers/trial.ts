import type { InferenceSession } from 'onnxruntime-web'
import { agreement, probe, summary } from '../models/probe'
import { fail } from '../src/core/fault'
import type { Network } from '../src/core/network'
import { compute, Halves, type Runtime, sigmoid } from './runtime'

type Way = Pick<Network['input'], 'mean' | 'scale'>

/** How networks of this kind want their pixels. No file says which: the test picture does. */
const WAYS: readonly Way[] = [
  { mean: [123.675, 116.28, 103.53], scale: [58.395, 57.12, 57.375] }, // ImageNet's: BiRefNet, RMBG 2.0, U²-Net, BEN
  { mean: [127.5, 127.5, 127.5], scale: [255, 255, 255] }, // ISNet, RMBG 1.4
  { mean: [127.5, 127.5, 127.5], scale: [127.5, 127.5, 127.5] }, // MODNet
  { mean: [0, 0, 0], scale: [255, 255, 255] },
]
/** Where a network takes any size: the way is found at the first, which is quick, and the second is kept unless it does worse. */
const SIDES = [512, 1024]
const WORSE = 0.01
/** Less of the test picture's cup than this is no cutout. */
const ENOUGH = 0.5
/** A network that gives several mattes gives its best first; a later one has to be this much better. */
const BETTER = 0.02

interface Port {
  readonly name: string
  readonly half: boolean
  /** Null where the network takes any. */
  readonly side: number | null
  /** Dimensions left open, by name, with the index of each. */
  readonly open: readonly (readonly [name: string, index: number])[]
}

export interface Finding {
  readonly network: Omit<Network, 'id' | 'sha256'>
  readonly agreement: number
  readonly golden: readonly number[]
}

interface Attempt extends Finding {
  readonly way: Way
}

const notAMatte = (what: string): never =>
  fail(
    'network-not-a-matte',
    `This network is not one that cuts products out: ${what}.`,
    'Choose one that takes one picture and gives one matte, such as BiRefNet, RMBG, U²-Net, ISNet, BEN or MODNet.',
  )

/**
 * Finds out how a network is to be used, by trying it on the test picture. Throws `network-not-a-matte` when it takes or
 * gives something else, `network-finds-nothing` when it does not find the cup, and what the runtime throws.
 */
export async function tryOut(runtime: Runtime, session: InferenceSession): Promise<Finding> {
  const port = portOf(session)
  const sides = port.side === null ? SIDES : [port.side]
  let best: Attempt | null = null
  for (const side of sides) {
    const ways = best && best.agreement >= ENOUGH ? [best.way] : WAYS
    try {
      const found = await bestOf(runtime, session, port, side, ways)
      if (!best || found.agreement >= best.agreement - WORSE) best = found
    } catch (error) {
      if (!best || best.agreement < ENOUGH) throw error // too large a picture for it, or for this machine: the smaller one stays
    }
  }
  if (!best || best.agreement < ENOUGH) {
    return fail(
      'network-finds-nothing',
      `The network did not find the cup in the test picture (${Math.round(100 * (best?.agreement ?? 0))} % agree; at least ${100 * ENOUGH} % are asked for).`,
      'Choose one for general cutouts: those made for one kind of picture alone, such as roads or cells, do not find products.',
    )
  }
  const { network, agreement, golden } = best
  return { network, agreement, golden }
}

/** What the network takes: one picture, as planes. Newer files name the dimensions that are open, older ones give a number out of range. */
function portOf(session: InferenceSession): Port {
  const [port, second] = session.inputMetadata
  if (!port?.isTensor) return notAMatte('it takes no picture')
  if (second) return notAMatte(`it takes ${session.inputMetadata.length} inputs (${session.inputNames.join(', ')})`)
  if (port.type !== 'float32' && port.type !== 'float16') return notAMatte(`it takes ${port.type} numbers`)
  if (port.type === 'float16' && !Halves) {
    return fail(
      'network-half',
      'The network takes half-precision numbers, which this browser does not have.',
      'Update the browser, or choose the network’s full-precision version.',
    )
  }
  const isOpen = (d: number | string | undefined) => typeof d === 'string' || d === undefined || d <= 0 || d >= 2 ** 31
  const takes = `it takes ${port.shape.map((d) => (isOpen(d) ? 'any' : d)).join(' x ')}`
  const [batch, channels, height, width] = port.shape
  if (port.shape.length !== 4 || !(isOpen(channels) || channels === 3) || !(isOpen(batch) || batch === 1)) return notAMatte(takes)
  if (!isOpen(height) && !isOpen(width) && height !== width) return notAMatte(`${takes}, not a square`)
  const side = [height, width].find((d): d is number => !isOpen(d)) ?? null
  if (side !== null && side < 64) return notAMatte(`${takes}, which is too small to see an edge`)
  const open = port.shape.flatMap((d, i) => (typeof d === 'string' && d !== '' ? [[d, i] as const] : []))
  return { name: port.name, half: port.type === 'float16', side, open }
}

/** The best of the ways to hand it pixels, and of what it gives. */
async function bestOf(runtime: Runtime, session: InferenceSession, port: Port, side: number, ways: readonly Way[]): Promise<Attempt> {
  const shape = [1, 3, side, side]
  const free = Object.fromEntries(port.open.map(([name, index]) => [name, shape[index] as number]))
  let wanted: readonly string[] = session.outputNames
  let best: Attempt | null = null
  for (const way of ways) {
    const input = { name: port.name, side, ...way, ...(port.half ? { half: true } : {}) }
    const outputs = await compute(runtime, session, port, { data: probe(input), shape }, wanted)
    const mattes = wanted.flatMap((name, i) => {
      const { data, shape } = outputs[i] as (typeof outputs)[number]
      return data.length === side * side && shape.at(-1) === side && shape.at(-2) === side ? [{ name, data }] : []
    })
    if (mattes.length === 0) return notAMatte(`it gives ${outputs.map((o) => o.shape.join(' x ') || 'a number').join(', ')}`)
    wanted = mattes.map(({ name }) => name)
    for (const { name, data } of mattes) {
      const logits = data.some((v) => v < -0.5 || v > 1.5)
      if (logits) sigmoid(data)
      const agrees = agreement(data, side) || 0 // a network may give no numbers at all
      if (best && !(agrees > best.agreement + (name === best.network.output.name ? 0 : BETTER))) continue
      const network = { input, output: { name, sigmoid: logits }, free }
      best = { way, network, agreement: agrees, golden: summary(data, side) }
    }
  }
  return best as Attempt
}
