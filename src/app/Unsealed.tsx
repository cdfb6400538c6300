import { RotateCw } from 'lucide-react'
import { Mark } from './Mark'
import { startAgain } from './service'

/** Shown instead of the studio where nothing would keep hostile code in the page from sending a photo out. */
export function Unsealed() {
  return (
    <main className="empty-state broken">
      <Mark size={40} />
      <h1 className="title">This page is not sealed</h1>
      <p>
        The host that serves Vitrine sends none of the headers that keep photos in, and the service worker, which adds them, is not in
        charge. So no photo is opened here, and what is stored stays closed.
      </p>
      <p>Load the page again. If that does not help, use an ordinary (not private) window, or let this site keep data.</p>
      <button type="button" className="button button--primary" onClick={startAgain}>
        <RotateCw size={16} aria-hidden /> Load again
      </button>
    </main>
  )
}
