import { Mark } from './Mark'

/** What this browser lacks, in words; empty when the studio can run. */
export function lacking(): readonly string[] {
  const needs: [string, boolean][] = [
    ['web workers', typeof Worker === 'function'],
    ['WebAssembly', typeof WebAssembly === 'object'],
    ['storage for projects (IndexedDB)', typeof indexedDB === 'object' && indexedDB !== null],
    ['drawing in the background (OffscreenCanvas)', 'OffscreenCanvas' in globalThis],
    ['checksums (a secure address: https or localhost)', typeof crypto === 'object' && crypto.subtle !== undefined],
  ]
  return needs.filter(([, there]) => !there).map(([name]) => name)
}

/** Shown instead of the studio where it cannot run. */
export function Unsupported({ missing }: { readonly missing: readonly string[] }) {
  return (
    <main className="empty-state broken">
      <Mark size={40} />
      <h1 className="title">This browser cannot run Vitrine</h1>
      <p>
        It lacks {new Intl.ListFormat('en-GB').format(missing)}. Use a current Chrome, Edge, Firefox or Safari, and not a private window if
        storage is what is missing.
      </p>
    </main>
  )
}
