import type { MeshValue } from './mesh'
import type { Network } from './network'
import type { z } from './schema'

/** Lower-case hex SHA-256 of bytes that were really there. */
export type Hash = string & { readonly Hash: unique symbol }
/** Names a request (operation, version, params, inputs, model), never its result. See `engine/keys.ts`. */
export type Key = string & { readonly Key: unique symbol }

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined }

/** What an operation takes and gives. */
export type Kind = 'file' | 'image' | 'mask' | 'facts' | 'mesh'

/** What an input takes: one value of a kind or, written `[kind]`, a list of them, of any length; a step that leaves a list out gives an empty one. */
export type Intake = Kind | readonly [Kind]
/** One, or an ordered list: what an input reads, from its source down to its key and its value. */
export type OneOrMany<T> = T | readonly T[]
/** All of an input, as a list. */
export const listOf = <T>(input: OneOrMany<T>): readonly T[] => (isMany(input) ? input : [input])
/** The same of each, in the same form: one of one, a list of a list. */
export const mapInput = <T, U>(input: OneOrMany<T>, to: (one: T) => U): OneOrMany<U> => (isMany(input) ? input.map(to) : to(input))
const isMany = <T>(input: OneOrMany<T>): input is readonly T[] => Array.isArray(input)
/** The keys that a step reads, by input; one that it reads twice stands there twice. */
export const readBy = ({ from }: { readonly from: Readonly<Record<string, OneOrMany<Key>>> }): readonly Key[] =>
  Object.values(from).flatMap(listOf)

/** Encoded bytes, as they came from the seller or go to a channel. */
export interface FileValue {
  readonly kind: 'file'
  readonly blob: Blob
  readonly name?: string
}
/** 8-bit RGBA, HWC, straight alpha, sRGB-encoded, upright (orientation already applied). */
export interface ImageValue {
  readonly kind: 'image'
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}
/** 8-bit alpha (255 = product), one channel. It covers the whole image it belongs to, but may have fewer pixels. */
export interface MaskValue {
  readonly kind: 'mask'
  readonly width: number
  readonly height: number
  readonly data: Uint8Array<ArrayBuffer>
}
/** What was measured or read, as plain data. */
export interface FactsValue {
  readonly kind: 'facts'
  readonly facts: Json
}
export type Value = FileValue | ImageValue | MaskValue | FactsValue | MeshValue
export type ValueOf<K extends Kind> = Extract<Value, { kind: K }>

/** Where a step reads from: stored bytes, an earlier step, or a slot that the batch fills. */
export type Source = { readonly blob: Hash } | { readonly step: string } | { readonly slot: string }

export interface Step {
  readonly id: string
  readonly op: string
  readonly v: number
  readonly params: Json
  readonly in: Readonly<Record<string, OneOrMany<Source>>>
}

/** An ordered list of steps; a step may read only earlier ones. `out` names the step whose value is wanted. */
export interface Recipe {
  readonly steps: readonly Step[]
  readonly out: string
}

/** All that the program may know of an operation. Its pixels are made by the `run` beside the declaration. */
export interface Op<P extends z.ZodType = z.ZodType, I extends Record<string, Intake> = Record<string, Intake>, O extends Kind = Kind> {
  readonly id: string
  /** Rises whenever the pixels of an unchanged request change. */
  readonly v: number
  readonly title: string
  readonly params: P
  readonly in: I
  readonly out: O
  /** True when every machine gives the same bytes (no network, no GPU, no browser codec). */
  readonly exact: boolean
  /** The model that the params ask for, so that its sha256 becomes part of the key. */
  readonly model?: (params: z.output<P>) => string
}

export function defineOp<P extends z.ZodType, const I extends Record<string, Intake>, const O extends Kind>(op: Op<P, I, O>): Op<P, I, O> {
  return op
}

/** A tensor as it crosses to the model worker: float32, the shape that the model's catalogue entry names. */
export interface Tensor {
  readonly data: Float32Array<ArrayBuffer>
  readonly shape: readonly number[]
}

/** What a runner may use beside its inputs. */
export interface RunContext {
  readonly signal: AbortSignal
  /** Says that the step is still at work: one that says nothing for a minute is given up. */
  alive(): void
  /** Lets the worker hear what came meanwhile: without it, or another wait for what comes from outside, `signal` is never aborted. Absent where nothing comes. */
  listen?(): Promise<void>
  /** What a model is handed and gives. Throws the fault `network-gone` for one of the seller's own that is not here. */
  network(model: string): Promise<Network>
  /** Runs a model (one input, one output); the tensor's buffer is transferred. */
  infer(model: string, input: Tensor): Promise<Tensor>
  /**
   * Shows a picture that is not finished, where somebody is looking; `share` is 0 to 1 of the way. Absent where nobody is, so that
   * nothing is made in vain.
   */
  show?(unfinished: ImageValue, share: number): Promise<void>
  /** The checked bytes of a part (a codec's wasm), out of the device's cache. */
  part(id: string): Promise<ArrayBuffer>
}

type Given<T extends Intake, V extends { [K in Kind]: unknown }> = T extends Kind
  ? V[T]
  : T extends readonly [infer K extends Kind]
    ? readonly V[K][]
    : never
export type Inputs<I extends Record<string, Intake>> = { readonly [N in keyof I]: Given<I[N], { [K in Kind]: ValueOf<K> }> }
/** Where a step reads its inputs from. */
export type Sources<I extends Record<string, Intake>> = {
  readonly [N in keyof I as I[N] extends Kind ? N : never]: Source
} & { readonly [N in keyof I as I[N] extends Kind ? never : N]?: readonly Source[] }
export type Runner<T extends Op> =
  T extends Op<infer P, infer I, infer O> ? (input: Inputs<I>, params: z.output<P>, ctx: RunContext) => Promise<ValueOf<O>> : never

/** What a recipe does, for the ledger: each step as `operation@version`. Its params, inputs and model are in its key. */
export const stepNames = ({ steps }: Recipe): string[] => steps.map(({ op, v }) => `${op}@${v}`)

/** The step that runs `op`, its params checked and completed with defaults; an empty list is as one left out. Throws a ZodError on params out of range. */
export function step<P extends z.ZodType, I extends Record<string, Intake>>(
  id: string,
  op: Op<P, I>,
  params: z.input<P>,
  from: Sources<I>,
): Step {
  const read = Object.entries(from as Step['in']).filter(([, source]) => listOf(source).length > 0)
  return { id, op: op.id, v: op.v, params: op.params.parse(params) as Json, in: Object.fromEntries(read) }
}
