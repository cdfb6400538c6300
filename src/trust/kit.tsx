/** Letters and digits alone, as they are typed without care. */
export const plain = (text: string) => text.replace(/[^0-9a-z]/gi, '').toUpperCase()

export const lastGroup = (code: string) => plain(code.split('-').at(-1) ?? '')

export const OPENS = 'This code opens the studio when the passphrase is forgotten.'

const KEEP = [
  'It opens the Vitrine studio in the browser in which it was made, at this address, and nothing else.',
  'Keep this sheet where you keep passports and contracts, away from the computer. Who has both can see your pictures.',
  'To use it: open the studio, type the code into the passphrase field, then choose a new passphrase under “This device”.',
  'It is void once the passphrase is changed or removed. Then a newer sheet holds, or none is needed.',
  'Without the passphrase and without this code nobody can open what is stored, the makers of Vitrine included.',
]

/** The code in its groups, which break between lines as a whole. */
export function Code({ code }: { readonly code: string }) {
  const groups = code.split('-')
  return (
    <p className="kit-code" translate="no">
      {groups.map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a code stay where they are, and two may be the same
        <span key={i}>{i < groups.length - 1 ? `${group}-` : group}</span>
      ))}
    </p>
  )
}

/** The sheet that is printed; on the screen it is not seen. */
export function Paper({ code, date, host }: { readonly code: string; readonly date: string; readonly host: string }) {
  return (
    <section className="kit-paper" aria-hidden>
      <h1>Vitrine recovery kit</h1>
      <p>{OPENS}</p>
      <Code code={code} />
      <dl>
        <dt>Made</dt>
        <dd>{date}</dd>
        <dt>Address</dt>
        <dd>{host}</dd>
      </dl>
      <ul>
        {KEEP.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** The same sheet as text. */
export const kitText = (code: string, date: string, host: string) =>
  [
    'Vitrine recovery kit',
    '',
    OPENS,
    '',
    `    ${code}`,
    '',
    `Made:    ${date}`,
    `Address: ${host}`,
    '',
    ...KEEP.map((line) => `- ${line}`),
    '',
  ].join('\n')
