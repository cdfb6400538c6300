import { html, script } from 'virtual:verifier'
import { makeZip } from 'client-zip'
import Papa from 'papaparse'
import { type Details, detailLines, type Entry, type LedgerLine, toLines } from '../../src/core/ledger'
import { readPastLedger } from '../../src/store/archives'
import type { Cabinet } from '../../src/store/database'
import { readDetails, readLedger } from '../../src/store/ledger'
import { ledgerKeyText, notes, withDetails, witness } from './notary'

const README = `This is the ledger of a Vitrine studio: what was done to which picture, when, by which version of what.

ledger.jsonl      the lines, oldest first. Each bears the SHA-256 of the line before it (RFC 8785 form).
details.jsonl     what lines keep to themselves (names of files, what was typed): each line bears a hash of it, so it can be left out,
                  and goes when its project is deleted. Leave it out where that is nobody’s business.
ledger.csv        both for a spreadsheet.
checkpoints.txt   signed statements of how many lines there were and what they came to (C2SP tlog-checkpoint, RFC 6962).
key.txt           the key that checks the signatures. Compare it with the one that the studio shows, or that you were given before.
verify.html       checks all of it: open it in any recent browser, without a network, and drop the files in.
verify.mjs        does the same on a command line: node verify.mjs
                  Both also check a fidelity certificate: drop its JSON in with its file, or node verify.mjs CERTIFICATE.json

Pictures are named by the SHA-256 of their bytes: of a file that you hold, sha256sum tells whether the ledger speaks of it.
A ledger whose end was cut off is found out by anybody who kept a later checkpoint: keep one, outside this computer.
`

const rows = (lines: readonly LedgerLine[]) =>
  lines.map(({ n, at, did, body, details, hash }) => ({
    line: n + 1,
    at,
    did,
    body: JSON.stringify(body),
    details: details === null ? '' : JSON.stringify(details),
    hash,
  }))

/** All that an auditor needs of this studio's ledger, in one zip; a checkpoint of this moment included. */
export async function evidence(cabinet: Cabinet): Promise<Blob> {
  await witness(cabinet)
  const { db } = cabinet
  return await zipOf({
    entries: await readLedger(cabinet),
    details: await readDetails(cabinet),
    checkpoints: await notes(db),
    key: await ledgerKeyText(db),
  })
}

/** The same of a ledger that came with a backup. */
export async function pastEvidence(cabinet: Cabinet, id: string): Promise<Blob> {
  const past = await readPastLedger(cabinet, id)
  const parsed = (lines: string) => lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  return await zipOf({ ...past, entries: parsed(past.ledger) as Entry[], details: parsed(past.details) as Details[] })
}

interface Papers {
  readonly entries: readonly Entry[]
  readonly details: readonly Details[]
  readonly checkpoints: string
  readonly key: string
}

async function zipOf({ entries, details, checkpoints, key }: Papers): Promise<Blob> {
  const files: readonly (readonly [name: string, text: string])[] = [
    ['README.txt', README],
    ['ledger.jsonl', toLines(entries)],
    ['details.jsonl', detailLines(details)],
    ['ledger.csv', Papa.unparse(rows(withDetails(entries, details)), { escapeFormulae: true, newline: '\r\n' })],
    ['checkpoints.txt', checkpoints],
    ['key.txt', `${key}\n`],
    ['verify.html', html],
    ['verify.mjs', script],
  ]
  const lastModified = new Date()
  const zip = makeZip(files.map(([name, input]) => ({ name, input, lastModified })))
  return await new Response(zip as ReadableStream<Uint8Array<ArrayBuffer>>, { headers: { 'content-type': 'application/zip' } }).blob()
}
