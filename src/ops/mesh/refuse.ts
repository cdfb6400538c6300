import { fail } from '../../core/fault'

/** The most of each that a 3D file may have: a prop needs less, and the set is drawn hundreds of times for a picture. */
export const MOST = {
  fileBytes: 50e6,
  /** Of all that is unpacked from it, without its pictures. */
  bytes: 256e6,
  triangles: 1e6,
  corners: 3e6,
  materials: 128,
  pictures: 64,
  /** px of a picture's longer side. */
  side: 8192,
} as const

const whole = 'Export it as one file (glTF binary, .glb), with everything inside.'
const simpler = 'Export a simpler copy (in Blender: the modifier “Decimate”), and choose that.'
const count = (n: number) => n.toLocaleString('en-GB')

export function notGltf(): never {
  fail('not-a-model', 'This is no 3D file of a kind that is read here.', 'Export it as glTF binary (.glb) and choose that.')
}

export function older(version: string): never {
  fail('model-version', `This 3D file is glTF ${version.slice(0, 12)}; version 2 is read here.`, whole)
}

/** `where` names the place in the file. */
export function damaged(where = ''): never {
  const sentence = `The 3D file is damaged${where && ` (${where.slice(0, 120)})`} and cannot be opened.`
  fail('model-damaged', sentence, 'Export it again from the program that it was made with.')
}

export function tooLarge(bytes: number): never {
  const remedy = 'Export it with smaller pictures, or a simpler copy of it.'
  fail('model-too-large', `The 3D file has ${Math.round(bytes / 1e6)} MB; at most ${MOST.fileBytes / 1e6} MB are read.`, remedy)
}

/** More of something than can be drawn: "triangles". */
export function tooMany(what: string, there: number, most: number): never {
  fail('model-too-much', `The 3D file has ${count(Math.round(there))} ${what}; at most ${count(most)} can be drawn.`, simpler)
}

export function unpacksTooLarge(): never {
  fail('model-too-much', `The 3D file unpacks to more than ${MOST.bytes / 1e6} MB.`, simpler)
}

export function pictureTooLarge(width: number, height: number): never {
  const sentence = `A picture in the 3D file is ${count(width)} × ${count(height)} px; at most ${count(MOST.side)} px a side are read.`
  fail('model-too-much', sentence, 'Export it with smaller pictures.')
}

export function pictureUnread(): never {
  fail('model-damaged', 'A picture in the 3D file cannot be opened.', 'Export it again with its pictures as PNG or JPEG.')
}

/** The file names another, `uri`, that is not in it. */
export function pointsElsewhere(uri: string): never {
  const shown = uri.slice(0, 60)
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(uri))
    fail('model-points-elsewhere', `The 3D file points to something outside of it (“${shown}”), and nothing is ever fetched.`, whole)
  fail('model-points-elsewhere', `The 3D file needs another file beside it (“${shown}”).`, whole)
}

export function compressed(name: string): never {
  const sentence = `The 3D file is compressed in a way that is not read here (${name}).`
  fail('model-compressed', sentence, 'Export it without compression (no Draco, meshopt or KTX2).')
}

export function needs(extension: string): never {
  const sentence = `The 3D file needs something that is not drawn here (${extension.slice(0, 60)}).`
  fail('model-needs', sentence, 'Export it as plain glTF 2.0, without that extension.')
}

export function empty(): never {
  fail('model-empty', 'There is nothing to see in the 3D file: it has no triangles.', 'Export it with its meshes.')
}
