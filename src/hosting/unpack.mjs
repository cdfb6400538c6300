// `npm run unpack -- FILE FOLDER`: opens a backup without the app, after docs/backup.md, and writes what is in it. Shares no code with the app.
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { argon2id } from 'hash-wasm'

const HEAD = 1024
const HEADER = 16
const TRAILER = 32
const PIECE = 2 ** 20

const keyFor = (secret, purpose) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(32), `vitrine ${purpose}`, 32))

function aesGcm(key, nonce, about, box) {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about)).setAuthTag(box.subarray(-16))
  return Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()])
}
const openBox = (key, box, about) => aesGcm(key, box.subarray(0, 12), about, box.subarray(12))

function openPieces(key, box, about) {
  const pieces = []
  const count = Math.ceil((box.length - 7) / (PIECE + 16))
  for (let i = 0; i < count; i++) {
    const nonce = Buffer.alloc(12)
    box.copy(nonce, 0, 0, 7)
    nonce.writeUInt32BE(i, 7)
    nonce[11] = i === count - 1 ? 1 : 0
    pieces.push(aesGcm(key, nonce, about, box.subarray(7 + i * (PIECE + 16), 7 + (i + 1) * (PIECE + 16))))
  }
  return Buffer.concat(pieces)
}

function headOf(read) {
  for (const at of [0, HEAD]) {
    const text = read(at, HEAD).toString('utf8')
    const [magic, sum, ...rest] = text.split('\n')
    if (magic !== 'Vitrine backup 1') continue
    const json = rest.join('\n')
    if (createHash('sha256').update(json).digest('hex') === sum) return JSON.parse(json)
  }
  throw new Error('this is no backup of Vitrine, or its beginning is damaged')
}

/** Opens the backup at a path; yields its parts as `{ title, body }`. */
export async function* unpack(path, passphrase) {
  const file = openSync(path, 'r')
  const read = (at, length) => {
    const bytes = Buffer.alloc(length)
    readSync(file, bytes, 0, length, at)
    return bytes
  }
  try {
    const { id, salt, cost, box } = headOf(read)
    const stretched = await argon2id({
      password: passphrase.normalize('NFKC'),
      salt: Buffer.from(salt, 'base64'),
      parallelism: 1,
      iterations: cost.passes,
      memorySize: cost.memoryKiB,
      hashLength: 32,
      outputType: 'binary',
    })
    const secret = openBox(keyFor(stretched, 'backup passphrase'), Buffer.from(box, 'base64'), `backup ${id} key`)
    const files = keyFor(secret, 'files')
    const trailer = read(fstatSync(file).size - TRAILER, TRAILER)
    const [at, length] = [Number(trailer.readBigUInt64BE(16)), Number(trailer.readBigUInt64BE(24))]
    const list = JSON.parse(openPieces(files, read(at + HEADER, length), `backup ${id} list`).toString('utf8'))
    for (const [n, part] of list.entries()) {
      const from = part.at + HEADER + part.titleBytes
      const body = part.bodyBytes > 0 ? openPieces(files, read(from, part.bodyBytes), `backup ${id} body ${n}`) : null
      yield { title: part.title, body }
    }
  } finally {
    closeSync(file)
  }
}

const plain = (name) => name.replace(/[\\/:*?"<>|]|\p{Cc}/gu, '_').replace(/^\.+/, '_') || '_'

/** Originals under their own names, each project in a folder; documents, ledger and networks beside them. */
async function main(path, folder) {
  const prompt = createInterface({ input: stdin, output: stdout })
  const passphrase = await prompt.question('Passphrase of the backup (it is shown): ')
  prompt.close()
  const projects = new Map()
  const count = { photos: 0, others: 0 }
  for await (const { title, body } of unpack(path, passphrase)) {
    if (title.kind === 'project') {
      const name = `${plain(title.project.name)} ${title.project.id.slice(0, 8)}`
      projects.set(title.project.id, join(folder, name))
      mkdirSync(join(folder, name), { recursive: true })
      writeFileSync(join(folder, name, 'project.json'), JSON.stringify(title.project, null, 2))
    } else if (title.kind === 'file') {
      const [first = title.hash] = title.of
      writeFileSync(join(projects.get(title.project) ?? folder, `${title.hash.slice(0, 8)} ${plain(first)}`), body)
      count.photos++
    } else if (title.kind === 'photo') {
      writeFileSync(
        join(projects.get(title.photo.project) ?? folder, `${plain(title.photo.id)}.json`),
        JSON.stringify(title.photo, null, 2),
      )
    } else if (title.kind === 'ledger') {
      const { ledger, checkpoints, key, details } = JSON.parse(body.toString('utf8'))
      for (const [name, text] of Object.entries({
        'ledger.jsonl': ledger,
        'checkpoints.txt': checkpoints,
        'key.txt': key,
        'details.jsonl': details,
      }))
        writeFileSync(join(folder, name), text)
    } else if (title.kind === 'network') {
      writeFileSync(join(folder, `${plain(title.title)}.onnx`), body)
    } else count.others++
  }
  console.log(
    `${count.photos} files of ${projects.size} projects, and ${count.others} parts that only the app has a use for (cutouts, small pictures).`,
  )
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [path, folder] = argv.slice(2)
  if (!path || !folder) {
    console.error('npm run unpack -- FILE FOLDER')
    exit(2)
  }
  await main(path, folder).catch((error) => {
    console.error(
      error.code === 'ERR_OSSL_BAD_DECRYPT' || /authenticate/.test(error.message)
        ? 'Wrong passphrase, or the backup is damaged.'
        : error.message,
    )
    exit(1)
  })
}
