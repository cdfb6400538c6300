import type { BackupProgress } from '../../src/core/backup'
import type { Client } from '../../src/core/client'
import { listPastLedgers } from '../../src/store/archives'
import { listNetworks } from '../../src/store/networks'
import { auditHere, ledgerKeyText, record, tellLedger, witness } from './notary'
import { refusalLines } from './refusals'
import { backingUp, closeBackups, delivered, inHand } from './running'
import { desk, news, tellProjects } from './studio'

/** What the screens may ask about the ledger and about backups. */
export const records = {
  async ledger(project) {
    const { cabinet } = await desk()
    return await tellLedger(cabinet, project)
  },

  async verifyLedger() {
    return await auditHere((await desk()).cabinet)
  },

  async checkpoint() {
    const { cabinet } = await desk()
    const newest = await witness(cabinet)
    return newest && { ...newest, key: await ledgerKeyText(cabinet.db) }
  },

  async evidence(past) {
    const { evidence, pastEvidence } = await import('./evidence')
    const { cabinet } = await desk()
    return past === undefined ? await evidence(cabinet) : await pastEvidence(cabinet, past)
  },

  async pastLedgers() {
    return await listPastLedgers((await desk()).cabinet)
  },

  async refused(refusals) {
    await record((await desk()).cabinet, refusalLines(refusals))
  },

  async backup(wish, hear: (progress: BackupProgress) => void) {
    const { cabinet } = await desk()
    const { makeBackup } = await import('./backups')
    return await delivered(makeBackup(cabinet, wish, hear, backingUp.begin()))
  },

  async openBackup(file, passphrase) {
    const { cabinet } = await desk()
    const { openFile } = await import('./backups')
    const { backup, contents } = await openFile(cabinet, file, passphrase)
    inHand.backup = backup
    return contents
  },

  async restoreBackup(projects, hear: (progress: BackupProgress) => void) {
    const { cabinet } = await desk()
    const { backup } = inHand
    if (!backup) throw new RangeError('no backup is open')
    const { restore } = await import('./backups')
    const restored = await restore(cabinet, backup, projects, hear, backingUp.begin(), () => tellProjects(cabinet))
    news.tell({ networks: await listNetworks(cabinet.db) })
    return restored
  },

  async closeBackup() {
    closeBackups()
  },
} satisfies Pick<
  Client,
  | 'ledger'
  | 'verifyLedger'
  | 'checkpoint'
  | 'evidence'
  | 'pastLedgers'
  | 'refused'
  | 'backup'
  | 'openBackup'
  | 'restoreBackup'
  | 'closeBackup'
>
