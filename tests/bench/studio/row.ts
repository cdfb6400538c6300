/** One figure and what it should be. */
export interface Row {
  /** What it belongs to. */
  readonly part: string
  /** What is measured, in which unit. */
  readonly name: string
  /** As the table says it. */
  readonly goal: string
  readonly measure: () => Promise<number>
  readonly met: (value: number) => boolean
}
