interface ChoiceRowProps<T> {
  readonly title: string
  /** The title stands above them; else it is only read out. */
  readonly titled?: boolean
  readonly options: readonly (readonly [T, string])[]
  readonly disabled: boolean
  /** Whether it is so already; absent = they are no states. */
  chosen?(value: T): boolean
  /** What more there is to say of one. */
  tip?(value: T): string
  onChoose(value: T): void
}

/** Small buttons in a row, each for one thing to choose. */
export function ChoiceRow<T extends string | number>({ title, titled, options, disabled, chosen, tip, onChoose }: ChoiceRowProps<T>) {
  return (
    <fieldset className="set-adds" disabled={disabled}>
      <legend className={titled ? 'hint' : 'visually-hidden'}>{title}</legend>
      {options.map(([value, says]) => (
        <button
          key={value}
          type="button"
          className="button button--small number"
          aria-pressed={chosen?.(value)}
          title={tip?.(value)}
          onClick={() => onChoose(value)}
        >
          {says}
        </button>
      ))}
    </fieldset>
  )
}
