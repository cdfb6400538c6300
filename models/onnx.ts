import protobuf from 'protobufjs/light.js'

/** One node of the graph; an empty input name stands for "not given". */
export interface Node {
  input: string[]
  output: string[]
  name?: string
  opType: string
  domain?: string
  attribute: Attribute[]
}
export interface Attribute {
  name: string
  type: number
  f?: number
  i?: number
  s?: Uint8Array
  t?: Constant
  floats?: number[]
  ints?: number[]
}
/** A TensorProto whose numbers lie in `rawData`, little-endian. */
export interface Constant {
  name?: string
  dims: number[]
  dataType: number
  rawData: Uint8Array
}
export interface Port {
  name: string
  type: { tensorType: { elemType: number; shape: { dim: { dimValue?: number; dimParam?: string }[] } } }
}
export interface Graph {
  name: string
  node: Node[]
  initializer: Constant[]
  input: Port[]
  output: Port[]
  valueInfo: Port[]
}
export interface Model {
  irVersion: number
  producerName?: string
  producerVersion?: string
  docString?: string
  graph: Graph
  opsetImport: { domain?: string; version: number }[]
}

/** TensorProto.DataType */
export const FLOAT = 1
export const INT8 = 3
export const FLOAT16 = 10

type Fields = Record<string, [type: string, id: number] | [type: string, id: number, rule: 'repeated']>

// The part of onnx.proto3 that the models on our shelf use. `decode` refuses a file that holds anything else.
const messages: Record<string, Fields> = {
  ModelProto: {
    irVersion: ['int64', 1],
    producerName: ['string', 2],
    producerVersion: ['string', 3],
    domain: ['string', 4],
    modelVersion: ['int64', 5],
    docString: ['string', 6],
    graph: ['GraphProto', 7],
    opsetImport: ['OperatorSetIdProto', 8, 'repeated'],
  },
  OperatorSetIdProto: { domain: ['string', 1], version: ['int64', 2] },
  GraphProto: {
    node: ['NodeProto', 1, 'repeated'],
    name: ['string', 2],
    initializer: ['TensorProto', 5, 'repeated'],
    docString: ['string', 10],
    input: ['ValueInfoProto', 11, 'repeated'],
    output: ['ValueInfoProto', 12, 'repeated'],
    valueInfo: ['ValueInfoProto', 13, 'repeated'],
  },
  NodeProto: {
    input: ['string', 1, 'repeated'],
    output: ['string', 2, 'repeated'],
    name: ['string', 3],
    opType: ['string', 4],
    attribute: ['AttributeProto', 5, 'repeated'],
    docString: ['string', 6],
    domain: ['string', 7],
  },
  AttributeProto: {
    name: ['string', 1],
    f: ['float', 2],
    i: ['int64', 3],
    s: ['bytes', 4],
    t: ['TensorProto', 5],
    floats: ['float', 7, 'repeated'],
    ints: ['int64', 8, 'repeated'],
    docString: ['string', 13],
    type: ['int32', 20],
  },
  TensorProto: {
    dims: ['int64', 1, 'repeated'],
    dataType: ['int32', 2],
    int64Data: ['int64', 7, 'repeated'],
    name: ['string', 8],
    rawData: ['bytes', 9],
  },
  ValueInfoProto: { name: ['string', 1], type: ['TypeProto', 2], docString: ['string', 3] },
  TypeProto: { tensorType: ['TensorTypeProto', 1], denotation: ['string', 6] },
  TensorTypeProto: { elemType: ['int32', 1], shape: ['TensorShapeProto', 2] },
  TensorShapeProto: { dim: ['DimensionProto', 1, 'repeated'] },
  DimensionProto: { dimValue: ['int64', 1], dimParam: ['string', 2], denotation: ['string', 3] },
}

const nested = Object.fromEntries(
  Object.entries(messages).map(([name, fields]) => [
    name,
    {
      fields: Object.fromEntries(
        Object.entries(fields).map(([field, [type, id, rule]]) => [field, rule ? { type, id, rule } : { type, id }]),
      ),
    },
  ]),
)
const ModelProto = protobuf.Root.fromJSON({ nested }).lookupType('ModelProto')

/** Throws when `message`, or one within it, came with a field that `messages` does not list. */
const refuseUnknown = (message: { $unknowns?: unknown }, where: string): void => {
  if (message.$unknowns) throw new TypeError(`${where} holds a field that is not listed here`)
  for (const [name, value] of Object.entries(message)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item instanceof protobuf.Message) refuseUnknown(item, `${where}.${name}`)
    }
  }
}

/** Reads an ONNX file. Throws a TypeError when it holds a field that `encode` would lose. */
export function decode(bytes: Uint8Array): Model {
  const reader = protobuf.Reader.create(bytes)
  reader.discardUnknown = false
  const message = ModelProto.decode(reader)
  refuseUnknown(message, 'ModelProto')
  // Numbers, not Long objects: nothing here passes 2^53.
  return ModelProto.toObject(message, { longs: Number, arrays: true }) as unknown as Model
}

/** Writes an ONNX file; the same model gives the same bytes. */
export function encode(model: Model): Uint8Array {
  return ModelProto.encode(ModelProto.fromObject(model)).finish()
}
