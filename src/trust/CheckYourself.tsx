/** How to check the meter without believing it, from the easiest to the most thorough. */
export function CheckYourself() {
  return (
    <section className="trust-section" aria-labelledby="check">
      <h2 className="heading" id="check">
        Check it yourself
      </h2>
      <p>A number on a page proves nothing. Each of these looks from outside of the app, the first takes a minute.</p>
      <ol className="trust-ways">
        <li>
          <h3>Switch the network off</h3>
          <p>
            Under “This device”, load everything for offline work. Then turn on airplane mode or pull the cable, add photos, cut them out,
            export them, load the page again. All of it works, so none of it needs the network.
          </p>
        </li>
        <li>
          <h3>Watch the network tab</h3>
          <p>
            Press <kbd className="kbd">F12</kbd> (<kbd className="kbd">⌥ ⌘ I</kbd> on a Mac), open <em>Network</em>, tick{' '}
            <em>Preserve log</em>, then work with photos. Lines that appear are files of this app, method GET, without payload. The service
            worker’s own requests are under <em>Application, Service workers, Network requests</em>.
          </p>
        </li>
        <li>
          <h3>Block it in a firewall</h3>
          <p>
            Once everything is loaded, forbid the browser all connections (Little Snitch, LuLu, Windows Defender Firewall, ufw) and read
            what the firewall says it stopped while you work.
          </p>
        </li>
        <li>
          <h3>Record what the browser sends</h3>
          <p>
            In Chrome, Edge and other Chromium browsers open <code className="code">chrome://net-export</code>, start logging with raw
            bytes, work here, stop, and search the file for this site’s address: GET requests only, none with an upload. The browser’s own
            traffic (updates, sync) is in the same file under other addresses.
          </p>
        </li>
      </ol>
    </section>
  )
}
