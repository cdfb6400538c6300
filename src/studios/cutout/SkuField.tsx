import { TextField } from '../../ui/TextField'

interface SkuFieldProps {
  readonly sku: string
  readonly name: string
  readonly disabled: boolean
  onCommit(sku: string): void
}

/** What the file's name gives as SKU when none is typed: the name without its ending. */
const fromName = (name: string) => name.replace(/\.[^.]+$/, '')

/** Stock keeping unit. */
export function SkuField({ sku, name, disabled, onCommit }: SkuFieldProps) {
  return (
    <TextField
      label="SKU"
      value={sku}
      placeholder={fromName(name)}
      hint="Goes into file names. Empty: taken from the file’s name."
      maxLength={80}
      disabled={disabled}
      onCommit={onCommit}
    />
  )
}
