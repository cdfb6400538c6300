import { bytesOf } from './assemble-weights'
import { type Constant, FLOAT, type Graph, type Node } from './onnx'

const int64s = (constant: Constant | undefined): number[] => {
  const raw = constant?.rawData ?? new Uint8Array()
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength)
  return Array.from({ length: raw.length / 8 }, (_, i) => Number(view.getBigInt64(8 * i, true)))
}

/** Keeps the output `name` alone and drops every node, constant and shape note that it does not need. */
export function keepOutput(graph: Graph, name: string): Graph {
  const maker = new Map(graph.node.flatMap((node) => node.output.map((output) => [output, node] as const)))
  const needed = new Set<string>()
  const nodes = new Set<Node>()
  const open = [name]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === '' || needed.has(value)) continue
    needed.add(value)
    const node = maker.get(value)
    if (!node) continue
    nodes.add(node)
    open.push(...node.input)
  }
  return {
    ...graph,
    node: graph.node.filter((node) => nodes.has(node)),
    initializer: graph.initializer.filter((constant) => needed.has(constant.name ?? '')),
    output: graph.output.filter((port) => port.name === name),
    valueInfo: graph.valueInfo.filter((port) => needed.has(port.name)),
  }
}

/** Takes the Cast nodes out: what read a cast value reads its source, what made the graph's output makes it directly. */
export function withoutCasts(graph: Graph): Graph {
  const source = new Map<string, string>()
  for (const node of graph.node) if (node.opType === 'Cast') source.set(node.output[0] ?? '', node.input[0] ?? '')
  const root = (value: string): string => {
    const from = source.get(value)
    return from === undefined ? value : root(from)
  }
  const outputs = new Map(graph.output.map((port) => [root(port.name), port.name]))
  const rename = (value: string) => outputs.get(root(value)) ?? root(value)
  const node = graph.node
    .filter((n) => n.opType !== 'Cast')
    .map((n) => ({ ...n, input: n.input.map(rename), output: n.output.map(rename) }))
  return { ...graph, node: inOrder(graph, node) }
}

/** Sorts the nodes so that each stands after those it reads from; otherwise the order stays. */
function inOrder(graph: Graph, nodes: readonly Node[]): Node[] {
  const maker = new Map(nodes.flatMap((node) => node.output.map((output) => [output, node] as const)))
  const sorted = new Set<Node>()
  const visit = (node: Node): void => {
    if (sorted.has(node)) return
    for (const value of node.input) {
      const before = maker.get(value)
      if (before) visit(before)
    }
    sorted.add(node)
  }
  for (const port of graph.output) {
    const last = maker.get(port.name)
    if (last) visit(last)
  }
  return [...sorted]
}

/**
 * Lets the graph run at any square size whose side is a multiple of `stride`: each Resize, whose target the exporter
 * computed for one size, becomes "twice as large", and the sides of input and output become the free dimension `side`.
 * Throws when a Resize does anything else.
 */
export function freeSize(graph: Graph): Graph {
  const shapes = new Map(graph.valueInfo.map((port) => [port.name, port.type.tensorType.shape.dim.map((d) => d.dimValue)]))
  const maker = new Map(graph.node.flatMap((node) => node.output.map((output) => [output, node] as const)))
  const twice: Constant = { name: 'twice', dims: [4], dataType: FLOAT, rawData: bytesOf(Float32Array.of(1, 1, 2, 2)) }
  const node = graph.node.map((n) => {
    if (n.opType !== 'Resize') return n
    const [image = '', , , sizes = ''] = n.input
    const side = shapes.get(image)?.at(-1)
    const target = int64s(maker.get(maker.get(sizes)?.input[1] ?? '')?.attribute[0]?.t)
    if (!side || target.some((t) => t !== 2 * side)) throw new Error(`${n.output[0]} does not double its input (${side} to ${target})`)
    return { ...n, input: [image, '', twice.name ?? ''] }
  })
  const port = (p: Graph['input'][number]) => ({
    ...p,
    type: {
      tensorType: { elemType: FLOAT, shape: { dim: p.type.tensorType.shape.dim.map((d, i) => (i < 2 ? d : { dimParam: 'side' })) } },
    },
  })
  const free = {
    ...graph,
    node,
    input: graph.input.map(port),
    output: graph.output.map(port),
    initializer: [...graph.initializer, twice],
    valueInfo: [],
  }
  return keepOutput(free, graph.output[0]?.name ?? '')
}
