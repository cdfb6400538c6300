import { useEffect } from 'react'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]')

/** Ctrl (or Cmd) with A and Z, and Escape, anywhere on the screen, where no text field wants them and no dialog is open. */
export function useShortcuts(keys: { readonly a: () => void; readonly z: () => void; readonly leave: () => void }): void {
  const { a, z, leave } = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.shiftKey || event.altKey || event.defaultPrevented) return
      if (typing(event.target) || document.querySelector('dialog[open]')) return
      const run = event.ctrlKey || event.metaKey ? { a, z }[event.key.toLowerCase()] : event.key === 'Escape' && leave
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [a, z, leave])
}
