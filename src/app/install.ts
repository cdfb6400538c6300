import { create } from 'zustand'

/** Chromium's offer to install the page as an app; other browsers have it in their own menus. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

const useOffer = create<{ readonly offer: InstallOffer | null }>(() => ({ offer: null }))

// The event comes once, soon after loading: this module is imported by the first screen.
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  useOffer.setState({ offer: event as InstallOffer })
})
window.addEventListener('appinstalled', () => useOffer.setState({ offer: null }))

/** Asks the browser to install the app; null where it cannot, or where it is installed. */
export function useInstall(): (() => void) | null {
  const { offer } = useOffer()
  if (!offer) return null
  return () => {
    useOffer.setState({ offer: null })
    void offer.prompt()
  }
}
