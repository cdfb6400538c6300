/** A grid over a photo: vertex (i, j) lies at px (left + i · cell, top + j · cell). */
export interface Grid {
  readonly left: number
  readonly top: number
  /** Px between vertices. */
  readonly cell: number
  readonly columns: number
  readonly rows: number
}
