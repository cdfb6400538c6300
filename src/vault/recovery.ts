/** Crockford's alphabet: no letter that is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BYTES = 20

/** A new recovery code: 160 random bits as 32 letters in eight groups. */
export function newRecoveryCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  let code = ''
  for (let i = 0; i < (BYTES * 8) / 5; i++) {
    const at = (i * 5) >> 3
    const pair = ((bytes[at] as number) << 8) | (bytes[at + 1] ?? 0)
    code += LETTERS[(pair >> (11 - ((i * 5) & 7))) & 31]
  }
  return (code.match(/.{4}/g) as string[]).join('-')
}

/** The code as it was made from what somebody typed (small letters, O for 0, I or L for 1, other spacing); null when it is none. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (letters.length !== 32 || [...letters].some((letter) => !LETTERS.includes(letter))) return null
  return (letters.match(/.{4}/g) as string[]).join('-')
}
