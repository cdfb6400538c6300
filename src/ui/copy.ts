import { fail } from '../core/fault'

/** Puts a text on the clipboard. Throws the fault `clipboard` when the browser does not let it. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard
    .writeText(text)
    .catch(() => fail('clipboard', 'The browser did not let it be copied.', 'Select the text and copy it yourself.', true))
}
