import { PDFDocument, type PDFImage } from '@cantoo/pdf-lib'
import { encode } from 'uqr'
import { type Certificate, type CertifiedStep, ownText, shareText } from '../../src/core/certificate'
import type { Part } from '../../src/core/fidelity'
import { HOTTEST, heatOf } from '../../src/core/heat'
import type { Fidelity } from '../../src/engine/certify'
import { opOf } from '../../src/ops'
import { colour, PAPER, QUIET, Sheet } from './sheet'

const LEFT = 48
const RIGHT = PAPER.width - LEFT
const WIDTH = RIGHT - LEFT
const GAP = 17
/** Sides of the three pictures. */
const PICTURE = (WIDTH - 2 * GAP) / 3
const MAT = colour(238)
/** Width of a column of words. */
const COLUMN = 137
/** Steps that are listed one by one. */
const STEPS = 9

const SMALL = { size: 7.4, colour: QUIET } as const
const LABEL = { size: 8, face: 'bold' } as const
const CODE = { size: 5.8, face: 'code' } as const

/** The certificate as a page to look at, its JSON attached. */
export async function pageOf(certificate: Certificate, pictures: Fidelity['pictures'], json: string): Promise<Blob> {
  const pdf = await PDFDocument.create()
  const { file, at } = certificate
  pdf.setTitle(`Fidelity certificate: ${file.name}`, { showInWindowTitleBar: true })
  pdf.setLanguage('en')
  pdf.setCreator('Vitrine')
  pdf.setProducer('Vitrine')
  pdf.setCreationDate(new Date(at))
  pdf.setModificationDate(new Date(at))
  await pdf.attach(new TextEncoder().encode(json), `${file.name}.json`, {
    mimeType: 'application/json',
    description: 'What this page shows, signed',
  })
  const sheet = await Sheet.on(pdf)
  head(sheet, certificate)
  const images = await Promise.all(
    [pictures.photo, pictures.file, pictures.map].map(async (blob) => {
      const bytes = new Uint8Array(await blob.arrayBuffer())
      return blob.type === 'image/png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes)
    }),
  )
  show(sheet, certificate, images)
  figures(sheet, certificate)
  const top = 502
  steps(sheet, certificate.steps, LEFT, top)
  sentences(sheet, 'What this says', certificate.says, LEFT + 208, top)
  sentences(sheet, 'What it does not say', certificate.doesNotSay, RIGHT - COLUMN, top)
  proof(sheet, certificate)
  return new Blob([new Uint8Array(await pdf.save())], { type: 'application/pdf' })
}

const count = (n: number) => n.toLocaleString('en')

function head(sheet: Sheet, { file, measured, at }: Certificate): void {
  sheet.line('Vitrine', LEFT, 50, { size: 11, face: 'bold' })
  sheet.line('Fidelity certificate', LEFT + 46, 50, { size: 11, colour: QUIET })
  sheet.line(`${at.slice(0, 16).replace('T', ' ')} UTC`, RIGHT, 50, { size: 8, colour: QUIET }, 'right')
  sheet.rule(LEFT, 62, WIDTH)
  const { solid, edge } = measured
  const share = ownText(measured)
  const big = { size: 46, face: 'bold' } as const
  sheet.line(share, LEFT - 2, 112, big)
  const beside = LEFT + sheet.width(share, big) + 14
  const said = 'of the product’s solid pixels are the photo’s own: moved and scaled, otherwise unaltered.'
  const below = sheet.paragraph(said, beside, 86, RIGHT - beside, { size: 12.5 })
  const whole = solid.pixels + edge.pixels
  const rest = `They are ${shareText(solid.pixels, whole)} of all that shows product. The rest is edge, where it mixes with what is behind it.`
  sheet.paragraph(rest, beside, below - 1, RIGHT - beside, SMALL)
  const details = `${file.channel.title}, ${count(measured.width)} × ${count(measured.height)} px, ${count(file.bytes)} bytes`
  const room = WIDTH - sheet.width(details, { size: 8.5 }) - 16
  sheet.line(sheet.clipped(file.name, room, { size: 8.5, face: 'bold' }), LEFT, 141, { size: 8.5, face: 'bold' })
  sheet.line(details, RIGHT, 141, { size: 8.5, colour: QUIET }, 'right')
}

function show(sheet: Sheet, { measured }: Certificate, images: readonly PDFImage[]): void {
  const top = 153
  const { pose, map, width } = measured
  const size = pose.copied ? 'the photo’s own size' : `${(pose.scale * 100).toFixed(1)} % of the photo’s size`
  const captions = [
    ['The photo', 'as it was added, upright'],
    ['The file', `opened again; at ${size}`],
    ['The difference', `ΔE00, the greatest in each ${Math.ceil(width / map.width)} px`],
  ] as const
  for (const [i, image] of images.entries()) {
    const x = LEFT + i * (PICTURE + GAP)
    sheet.box(x, top, PICTURE, PICTURE, MAT)
    const scale = Math.min(PICTURE / image.width, PICTURE / image.height)
    const [w, h] = [image.width * scale, image.height * scale]
    sheet.page.drawImage(image, { x: x + (PICTURE - w) / 2, y: PAPER.height - top - (PICTURE + h) / 2, width: w, height: h })
    sheet.frame(x, top, PICTURE, PICTURE)
    sheet.line(captions[i]?.[0] ?? '', x, top + PICTURE + 13, LABEL)
    sheet.line(captions[i]?.[1] ?? '', x, top + PICTURE + 23, SMALL)
  }
  legend(sheet, LEFT + 2 * (PICTURE + GAP), top + PICTURE + 30)
}

/** The colours of the differences, and what they stand for. */
function legend(sheet: Sheet, x: number, y: number): void {
  const parts = 60
  for (let i = 0; i < parts; i++) {
    // A little wider than it is, so that no hairline of paper shows between two.
    sheet.box(
      x + (i * PICTURE) / parts,
      y,
      PICTURE / parts + (i < parts - 1 ? 0.4 : 0),
      6,
      colour(...heatOf(((i + 0.5) / parts) * HOTTEST)),
    )
  }
  for (const at of [0, 2, 4, 6, 8, HOTTEST]) {
    const text = at === HOTTEST ? `${at}+` : String(at)
    const style = { size: 6.5, colour: QUIET }
    const middle = x + (at / HOTTEST) * PICTURE
    const left = at === 0 ? x : at === HOTTEST ? x + PICTURE - sheet.width(text, style) : middle - sheet.width(text, style) / 2
    sheet.line(text, left, y + 13, style)
  }
}

function figures(sheet: Sheet, { measured }: Certificate): void {
  const { solid, edge, ground, width, height, tolerance, drift } = measured
  const top = 388
  const columns = [
    ['pixels', 205],
    ['of the file', 252],
    ['before encoding', 332],
    ['in the file', 376],
    ['mean', 420],
    ['95 %', 456],
    ['greatest', WIDTH],
  ] as const
  const heads = { size: 6.6, colour: QUIET }
  for (const [title, right] of columns) sheet.line(title, LEFT + right, top, heads, 'right')
  for (const [title, from, to] of [
    ['Unaltered', 276, 376],
    ['Difference in the file, ΔE00', 400, WIDTH],
  ] as const) {
    sheet.line(title, LEFT + to, top - 13, { size: 7.4, face: 'bold' }, 'right')
    sheet.rule(LEFT + from, top - 9, to - from)
  }
  const row = (name: string, note: string, part: Part, y: number) => {
    const { mean, p95, max } = part.difference.file
    sheet.rule(LEFT, y - 12, WIDTH)
    sheet.line(name, LEFT, y, LABEL)
    sheet.line(note, LEFT + sheet.width(name, LABEL) + 5, y, SMALL)
    const cells = [
      count(part.pixels),
      shareText(part.pixels, width * height),
      shareText(part.same.placed, part.pixels),
      shareText(part.same.file, part.pixels),
      mean.toFixed(2),
      p95.toFixed(2),
      max.toFixed(2),
    ]
    for (const [i, cell] of cells.entries()) sheet.line(cell, LEFT + (columns[i]?.[1] ?? 0), y, { size: 8 }, 'right')
  }
  row('Solid', 'the product’s own pixels', solid, top + 18)
  row('Edge', 'mixed; colour estimated', edge, top + 36)
  row('Background', 'laid by the studio', ground, top + 54)
  sheet.rule(LEFT, top + 60, WIDTH)
  const { pixel, block } = tolerance.file
  const allowed =
    block === null
      ? `in the file ${pixel}, since it keeps every pixel`
      : `in this JPEG, by its own tables, ${pixel} for a pixel and ${block.toFixed(2)} for the mean of 8 × 8`
  const words = `Tolerance in levels of 255: before encoding ${tolerance.placed}, ${allowed}. Mean colour of the solid pixels: ΔE00 ${drift.toFixed(2)} from the photo’s.`
  sheet.paragraph(words, LEFT, top + 72, WIDTH, SMALL)
}

function steps(sheet: Sheet, all: readonly CertifiedStep[], x: number, y: number): void {
  sheet.line('How it was made', x, y, LABEL)
  const listed = all.length > STEPS ? all.slice(0, STEPS - 1) : all
  let at = y + 13
  for (const { op, v, params, model } of listed) {
    sheet.line(opOf(op).title, x, at, { size: 7.4 })
    const told = [`${op}@${v}`, settings(params), model ? `network ${model.slice(0, 8)}` : ''].filter(Boolean).join('  ')
    const style = { size: 5.8, face: 'code', colour: QUIET } as const
    sheet.line(sheet.clipped(told, 190, style), x, at + 7.6, style)
    at += 18.4
  }
  if (listed.length < all.length) sheet.line(`and ${all.length - listed.length} more, in the JSON.`, x, at, SMALL)
}

/** Params in a few words; what is long or nested is in the JSON. */
function settings(params: CertifiedStep['params']): string {
  if (params === null || typeof params !== 'object' || Array.isArray(params)) return ''
  return Object.entries(params)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => {
      if (Array.isArray(value)) return `${name} ${value.join(' ')}`
      if (typeof value !== 'object') return `${name} ${String(value)}`
      const inner = Object.values(value as object)
      return inner.length <= 2 && inner.every((one) => typeof one === 'number') ? `${name} ${inner.join(' × ')}` : name
    })
    .join(', ')
}

function sentences(sheet: Sheet, title: string, all: readonly string[], x: number, y: number): void {
  sheet.line(title, x, y, LABEL)
  let at = y + 13
  for (const sentence of all) at = sheet.paragraph(sentence, x, at, COLUMN, { size: 6.8, colour: colour(60) }) + 2.5
}

function proof(sheet: Sheet, { file, original, request, ledger }: Certificate): void {
  const top = 708
  sheet.rule(LEFT, top - 15, WIDTH)
  const { entry, checkpoint, key } = ledger
  const side = 88
  if (checkpoint) code(sheet, checkpoint, RIGHT - side, top - 5, side)
  const rows = [
    ['File, SHA-256', file.sha256],
    ['Photo, SHA-256', original.sha256],
    ['Request', request],
    [`Ledger, line ${count(entry.n + 1)}`, entry.hash],
    ['Its key', key],
  ] as const
  for (const [i, [name, value]] of rows.entries()) {
    sheet.line(name, LEFT, top + i * 10.4, SMALL)
    sheet.line(value, LEFT + 72, top + i * 10.4, CODE)
  }
  const width = WIDTH - side - 18
  let at = top + rows.length * 10.4 + 4
  at = sheet.paragraph(
    checkpoint
      ? `Line ${count(entry.n + 1)} of the ledger holds the hash of all that is said here; the checkpoint in the code beside, signed by that key, holds the line. The JSON attached to this page, also beside it, carries both with the proof: open verify.html, without a network, and drop the JSON and the file in.`
      : `Line ${count(entry.n + 1)} of the ledger holds the hash of all that is said here. This browser cannot sign: the line alone bears it out.`,
    LEFT,
    at,
    width,
    SMALL,
  )
  const text = { size: 5, face: 'code', colour: QUIET } as const
  for (const row of checkpoint?.trim().split('\n').filter(Boolean) ?? []) {
    sheet.line(row, LEFT, at + 1, text)
    at += 6.4
  }
}

/** A QR code with its quiet zone. */
function code(sheet: Sheet, text: string, x: number, y: number, side: number): void {
  const { data, size } = encode(text, { ecc: 'L', border: 0 })
  const cell = side / size
  for (const [row, cells] of data.entries()) {
    // Runs, so that no hairline shows between neighbours.
    for (let from = 0; from < size; from++) {
      if (!cells[from]) continue
      let to = from
      while (cells[to]) to++
      sheet.box(x + from * cell, y + row * cell, (to - from) * cell, cell * 1.02, colour(0))
      from = to
    }
  }
}
