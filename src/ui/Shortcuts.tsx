import { Dialog } from './Dialog'

export interface Shortcut {
  readonly keys: readonly string[]
  readonly does: string
}

/** The list of keys. */
export function Shortcuts({ list, onClose }: { readonly list: readonly Shortcut[]; onClose(): void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="shortcuts">
        {list.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className="kbd">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
