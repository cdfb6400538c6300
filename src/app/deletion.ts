import { type Receipt, receiptFile } from '../core/receipt'
import { formatBytes, formatPlural } from '../ui/format'
import { saveFile } from '../ui/save'
import { attempt, say } from './toasts'

/** Says what went with a project, and hands out the receipt; stays until it is closed, since there is no second one. */
export function sayDeleted(receipt: Receipt): void {
  const { project, photos, bytes, at } = receipt
  say({
    tone: 'plain',
    text: `“${project.name}” deleted: ${formatPlural(photos, 'photo')}, ${formatBytes(bytes)} freed.`,
    detail: 'Its key was destroyed first, so nobody can read what a disk may still hold of it.',
    action: {
      label: 'Save the receipt',
      run: () => void attempt(saveFile(`vitrine-deletion-${at.slice(0, 19).replaceAll(':', '')}.json`, () => receiptFile(receipt))),
    },
    stays: true,
  })
}
