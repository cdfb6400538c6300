/** Where the focus is: in a text, on a control that uses arrow keys itself, on a button, or on none of these. */
export type Focus = 'text' | 'arrows' | 'button' | 'none'

/** What kind of control has the focus. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'none'
  if (target.closest('textarea, select, [contenteditable="true"]')) return 'text'
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range' || target.type === 'radio') return 'arrows'
    return target.type === 'checkbox' ? 'button' : 'text'
  }
  if (target.closest('[data-arrows], [role="tablist"]')) return 'arrows'
  return target.closest('button, a, summary') ? 'button' : 'none'
}
