import { type Color, type PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'

/** A4, in points. */
export const PAPER = { width: 595.28, height: 841.89 } as const

/** A grey or a colour of 8 bits a channel. */
export const colour = (r: number, g = r, b = r): Color => rgb(r / 255, g / 255, b / 255)
export const INK = colour(22)
export const QUIET = colour(96)
export const LINE = colour(214)

export interface Style {
  readonly size: number
  readonly face?: 'plain' | 'bold' | 'code'
  readonly colour?: Color
}

/** How the measure of difference is written: the reader's standard fonts have the letter in Symbol alone, and the 00 is a subscript. */
const MEASURE = /(ΔE00)/

type Faces = Record<'plain' | 'bold' | 'code' | 'greek', PDFFont>

/** How far a text reaches. Letter by letter, since kerning is counted by the library's own measure, but not drawn. */
const advance = (font: PDFFont, text: string, size: number) =>
  Array.from(text).reduce((sum, letter) => sum + font.widthOfTextAtSize(letter, size), 0)

/** One page, written from the top down in the standard fonts, which every reader has. */
export class Sheet {
  readonly page: PDFPage
  readonly #faces: Faces
  readonly #known: Set<number>

  private constructor(page: PDFPage, faces: Faces) {
    this.page = page
    this.#faces = faces
    this.#known = new Set(faces.plain.getCharacterSet())
  }

  static async on(pdf: PDFDocument): Promise<Sheet> {
    const [plain, bold, code, greek] = await Promise.all(
      [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.Courier, StandardFonts.Symbol].map((name) =>
        pdf.embedFont(name),
      ),
    )
    return new Sheet(pdf.addPage([PAPER.width, PAPER.height]), { plain, bold, code, greek } as Faces)
  }

  /** One line, its base at `y` from the top; `align` says what lies at `x`. */
  line(text: string, x: number, y: number, style: Style, align: 'left' | 'right' = 'left'): void {
    let at = align === 'left' ? x : x - this.width(text, style)
    for (const { text: part, font, size, sunk } of this.#parts(text, style)) {
      this.page.drawText(part, { x: at, y: PAPER.height - y - sunk, size, font, color: style.colour ?? INK })
      at += advance(font, part, size)
    }
  }

  /** Lines of at most that width, the first one's base at `y`; returns where the next base would be. */
  paragraph(text: string, x: number, y: number, width: number, style: Style): number {
    const lead = style.size * 1.38
    let [row, at] = ['', y]
    for (const word of text.split(' ')) {
      const longer = row === '' ? word : `${row} ${word}`
      if (row !== '' && this.width(longer, style) > width) {
        this.line(row, x, at, style)
        at += lead
        row = word
      } else row = longer
    }
    this.line(row, x, at, style)
    return at + lead
  }

  /** The text with its end left out, where it is wider than that. */
  clipped(text: string, width: number, style: Style): string {
    if (this.width(text, style) <= width) return text
    let kept = text
    while (kept !== '' && this.width(`${kept}…`, style) > width) kept = kept.slice(0, -1)
    return `${kept.trimEnd()}…`
  }

  width(text: string, style: Style): number {
    return this.#parts(text, style).reduce((sum, { text: part, font, size }) => sum + advance(font, part, size), 0)
  }

  rule(x: number, y: number, width: number): void {
    this.page.drawRectangle({ x, y: PAPER.height - y, width, height: 0.5, color: LINE })
  }

  frame(x: number, y: number, width: number, height: number): void {
    this.page.drawRectangle({ x, y: PAPER.height - y - height, width, height, borderColor: LINE, borderWidth: 0.5 })
  }

  box(x: number, y: number, width: number, height: number, color: Color): void {
    this.page.drawRectangle({ x, y: PAPER.height - y - height, width, height, color })
  }

  #parts(text: string, { size, face = 'plain' }: Style) {
    const font = this.#faces[face]
    return this.#written(text)
      .split(MEASURE)
      .filter((part) => part !== '')
      .flatMap((part) =>
        part === 'ΔE00'
          ? [
              { text: 'Δ', font: this.#faces.greek, size, sunk: 0 },
              { text: 'E', font, size, sunk: 0 },
              { text: '00', font, size: size * 0.66, sunk: size * 0.14 },
            ]
          : [{ text: part, font, size, sunk: 0 }],
      )
  }

  /** What these fonts do not have becomes a question mark: the JSON holds it as it is. */
  #written(text: string): string {
    return Array.from(text.normalize('NFC'), (c) => (this.#known.has(c.codePointAt(0) ?? 0) || c === 'Δ' ? c : '?')).join('')
  }
}
