import type { Audit } from './audit'
import type { BackupContents, BackupMade, BackupProgress, BackupWish, PastLedgerSummary, Restored } from './backup'
import type { ChannelId, ChannelReport, CustomSize } from './channels'
import type { CredentialsReport, Signatures, SignedBy } from './credentials'
import type { Fault } from './fault'
import type { LedgerLine } from './ledger'
import type { OwnNetwork } from './network'
import type { Photo, PhotoDoc, Project, ProjectSummary } from './project'
import type { Receipt } from './receipt'
import type { Point } from './repair'
import type { RightsWish } from './rights'
import type { Illuminant } from './scene/balance'
import type { Plate } from './scene/document'
import type { BroughtModel } from './scene/models'
import type { PhotoTilt } from './scene/standing'

/**
 * What the screens know of the engine. The implementation lives in a worker (`workers/conductor.ts`) and is reached
 * through comlink, so every call is asynchronous and every argument is cloned. Calls reject with a `FaultError`
 * message, to be read with `faultOf`.
 */
export interface Client {
  /** Begins the flow of news. The first item is complete, later ones hold only what changed, at most 10 a second. */
  listen(hear: (news: News) => void): Promise<void>

  createProject(name: string): Promise<string>
  /** Takes the writing lock and starts the project's batch. `false` = another tab has it; photos are then shown read-only. */
  openProject(id: string): Promise<boolean>
  changeProject(id: string, change: Partial<Pick<Project, 'name' | 'brand' | 'cutout' | 'retention' | 'originals'>>): Promise<void>
  /** Destroys the project's key, then removes every byte of it. */
  deleteProject(id: string): Promise<Receipt>

  /** Stores the originals and queues them. Resolves when all are stored or have failed with their own sentence. */
  addFiles(project: string, files: readonly File[]): Promise<void>
  /** Adds the sample photos that came with the app, as if they had been chosen. */
  addSamples(project: string): Promise<void>
  removePhotos(ids: readonly string[]): Promise<void>
  /** Puts photos back that `removePhotos` took in this session. */
  restorePhotos(ids: readonly string[]): Promise<void>
  editPhotos(edits: readonly { id: string; doc: PhotoDoc }[]): Promise<void>
  retryPhotos(ids: readonly string[]): Promise<void>

  pause(project: string): Promise<void>
  resume(project: string): Promise<void>
  /** Stops the batch: what waits is taken off the queue (state `failed`, code `cancelled`, retry possible); what is done stays. */
  cancel(project: string): Promise<void>

  /** Thumbnail of the cutout if there is one, else of the original; null = none. */
  thumbnail(photo: string): Promise<Blob | null>
  /**
   * The picture for the screen, longest side at most `maxSide` px. `original` is upright and in sRGB; `outline` lies over
   * it: the edge as a line, a veil over what is removed. `doc` shows a document that is not committed (a slider in hand).
   */
  picture(photo: string, which: PictureKind, maxSide: number, doc?: PhotoDoc): Promise<ImageBitmap>
  /**
   * The photo's scene for the screen, in a frame of so many px: at once and rough, then better and better; `share` is 0 to 1 of the way.
   * Resolves when it has converged, or when a newer request has taken its place.
   */
  scenePicture(
    photo: string,
    doc: PhotoDoc,
    frame: { readonly width: number; readonly height: number },
    hear: (picture: ImageBitmap, share: number) => void,
  ): Promise<void>
  /** Nobody looks at a scene any more: ends `scenePicture` in progress, which then resolves. */
  leaveScene(): Promise<void>
  /**
   * The light that a photo was made in, as the paper behind its product shows it, or as a whole; with `at` (shares of the unturned
   * photo) what is there. Rejects with `nothing-there` where that spot is blown out or black.
   */
  illuminant(photo: string, at: Point | null): Promise<Illuminant>
  /** How far the photo's camera looked down, out of its cutout; null where nothing round tells it. */
  photoTilt(photo: string): Promise<PhotoTilt | null>
  original(photo: string): Promise<Blob>

  /**
   * Stores a matte from elsewhere (its transparency, or its brightness where it has none) for this photo. Resolves with
   * the photo's document that uses it, not yet committed: hand it to `editPhotos`, so that undo leads back. Rejects,
   * and stores nothing, when the file is no picture, has another shape than the unturned photo, or shows no edge.
   */
  importMatte(photo: string, file: File): Promise<PhotoDoc>
  /**
   * Stores a photo of the seller's to stand behind this photo's scene. Resolves with the backdrop, not yet committed. Rejects, and stores
   * nothing, when the file is no picture that can be opened.
   */
  importPlate(photo: string, file: File): Promise<Plate>
  /**
   * Stores a depth map of this photo's product: a grey picture in the shape of the whole photo, light = near (read at 8 bits a channel).
   * Resolves with what names it in a product's `form`, not yet committed. Rejects, and stores nothing, when it does not fit.
   */
  importDepths(photo: string, file: File): Promise<string>
  /** The alpha that exports use, as an 8-bit grey PNG at the original's own size, upright and not turned: it fits the original, also when imported again. */
  exportMatte(photo: string): Promise<Blob>

  /**
   * Stores a 3D file (glTF, everything inside) for the scenes of a photo and measures it. No scene has it yet: put it there with
   * `editPhotos`. Rejects, and stores nothing, when the file is broken, too large, compressed, or points to anything outside of itself.
   */
  importModel(photo: string, file: File): Promise<BroughtModel>

  /** Renders, encodes, decodes again and measures each photo for each channel; reports come one by one. */
  inspectExport(wish: ExportWish, hear: (report: ChannelReport) => void): Promise<void>
  /** Writes all files as one zip into the device's own file system and returns it (backed by disk, not memory). */
  exportZip(wish: ExportWish, hear: (progress: ExportProgress) => void): Promise<{ file: Blob; missing: Missing[] }>
  exportFolder(
    wish: ExportWish,
    folder: FileSystemDirectoryHandle,
    hear: (progress: ExportProgress) => void,
  ): Promise<{ written: number; missing: Missing[] }>
  /** Deletes the originals of photos that were exported, and all that was made of them; their cards stay, and tell. */
  deleteOriginals(photos: readonly string[]): Promise<{ readonly photos: number; readonly bytes: number }>
  /** Ends `inspectExport`, `exportZip` and `exportFolder` runs in progress. */
  cancelExport(): Promise<void>

  /** Loads a part (or all of them) onto this device, with progress through `listen`. */
  loadParts(ids: readonly string[] | 'all'): Promise<void>
  chooseEngine(choice: EngineChoice): Promise<void>
  /** Writes into the ledger what the browser refused to the page. */
  refused(refusals: readonly Refusal[]): Promise<void>
  /** Cuts the studio off from the network, or allows the app's own files again (see `core/air-gap.ts`). */
  cutOff(cut: boolean): Promise<void>
  /**
   * Checks a network from disk (ONNX) on a test picture and keeps it on this device; may take a minute. A file that is
   * here already is checked anew. Rejects with the reason when it cannot be used; nothing is kept then.
   */
  addNetwork(file: File): Promise<OwnNetwork>
  /** Removes a network of the seller's. What it cut out stays; photos that still wait for it say so. */
  removeNetwork(id: OwnNetwork['id']): Promise<void>
  /**
   * Opens the vault of this device with the passphrase or the recovery code. Rejects with `wrong-passphrase`, or with
   * `wait` while too many wrong ones have been tried; nothing else works before (`locked`). News follow as after `listen`.
   */
  unlock(secret: string): Promise<void>
  /** Forgets the keys, here and in every other tab, and ends all work; after that the page has to be loaded anew. */
  lock(): Promise<void>
  /**
   * Locks the studio with a passphrase, or changes it; `now` is the present passphrase or recovery code, null where there
   * is none. Nothing is encrypted again. Resolves with the recovery code that from now on opens it, too; it is shown once.
   */
  setPassphrase(next: string, now: string | null): Promise<string>
  /** Goes back to the key of this device. */
  removePassphrase(now: string): Promise<void>
  /** Minutes without a hand on the studio after which it locks; null = never. */
  chooseIdle(minutes: number | null): Promise<void>

  /** What exports can be signed with. */
  signatures(): Promise<Signatures>
  /** Names this device's certificate; an empty name is the usual one. */
  nameDevice(name: string): Promise<Signatures>
  /**
   * Takes on a certificate of the seller's (PEM, with its chain) and its private key (PEM, PKCS#8), after a trial signature. The key is
   * kept encrypted and never shown again. Rejects with the reason when they cannot be used; nothing is kept then.
   */
  bringCertificate(certificate: File, key: File): Promise<Signatures>
  /** Destroys the seller's key and certificate here. */
  removeCertificate(): Promise<Signatures>
  /** Reads the Content Credentials of any file. Nothing is asked of the network, whatever the file names. */
  readCredentials(file: File): Promise<CredentialsReport>

  /** The ledger, oldest first; with `project`, the lines that name it. */
  ledger(project?: string): Promise<LedgerLine[]>
  /** Checks every line and link of the ledger, and its checkpoints. */
  verifyLedger(): Promise<Audit>
  /** The newest checkpoint, after one was made of what the ledger is now; null without lines. `key` checks its signature. */
  checkpoint(): Promise<{ readonly note: string; readonly at: string; readonly size: number; readonly key: string } | null>
  /** The ledger with its checkpoints, key and verifiers, as a zip; with the id of a past one, that. */
  evidence(past?: string): Promise<Blob>
  /** The ledgers that came with backups of whole studios, newest first. */
  pastLedgers(): Promise<PastLedgerSummary[]>

  /** Writes the studio, or projects of it, into one encrypted file (docs/backup.md), and reads all of it again. */
  backup(wish: BackupWish, hear: (progress: BackupProgress) => void): Promise<BackupMade>
  /** Opens a backup and tells what it holds; it stays in hand until `closeBackup`. Rejects with what is wrong with the file or the passphrase. */
  openBackup(file: Blob, passphrase: string): Promise<BackupContents>
  /** Restores these projects of the backup in hand; all of them: its networks and its ledger, too. What is here already stays as it is. */
  restoreBackup(projects: readonly string[], hear: (progress: BackupProgress) => void): Promise<Restored>
  /** Ends `backup` and `restoreBackup` runs in progress, and forgets the backup in hand. Projects that were restored stay. */
  closeBackup(): Promise<void>
  storage(): Promise<{
    used: number
    quota: number
    persisted: boolean
    projects: { id: string; name: string; bytes: number }[]
    cache: number
    parts: number
  }>
  clearCache(): Promise<number>
}

/** Requests that did not leave the browser. */
export interface Refusal {
  /** What refused them: a directive of the content security policy, or the service worker. */
  readonly by: string
  readonly count: number
  /** Some of the addresses. */
  readonly addresses: readonly string[]
}

export type PictureKind = 'original' | 'cutout' | 'alpha' | 'outline'

export interface ExportWish {
  readonly photos: readonly string[]
  readonly channels: readonly ChannelId[]
  readonly custom: CustomSize | null
  /** See `core/naming.ts`: `{sku}-{channel}-{number}`. */
  readonly pattern: string
  /** What each file says of its rights and origin (never GPS, serials or names of software); null = no metadata at all. */
  readonly rights: RightsWish | null
  /** Each file gets a fidelity certificate, as PDF and JSON in the folder `certificates`. */
  readonly certificates: boolean
  /** Whose certificate signs each file's Content Credentials; null = they have none. */
  readonly credentials: SignedBy | null
}
export interface ExportProgress {
  readonly done: number
  readonly total: number
  readonly secondsLeft: number | null
  readonly bytes: number
}
export interface Missing {
  readonly photo: string
  readonly name: string
  readonly channel: ChannelId
  readonly fault: Fault
  /** The file is there; its certificate is not. */
  readonly certificate?: true
}

export type EngineChoice = 'auto' | 'webgpu' | 'wasm'

/** How what is stored is locked. It is always encrypted, each project under its own key. */
export interface VaultState {
  /** What the keys open with: one that lies on this device (so that deleting is real), or a passphrase that nobody stores. */
  readonly lock: 'device' | 'passphrase'
  /** False = nothing can be read until `unlock`. */
  readonly open: boolean
  /** Minutes without a hand on the studio after which it locks; null = never. Counts with a passphrase only. */
  readonly idleMinutes: number | null
  /** Wrong passphrases since the last right one, and the ISO time before which none is tried. */
  readonly wrong: number
  readonly waitUntil: string | null
}

export interface News {
  /** Present in the first news and whenever it changed. While it is not open, no other news come. */
  readonly vault?: VaultState
  /** Present in the first news and whenever the list of projects changed. */
  readonly projects?: readonly ProjectSummary[]
  /** Present when a project was opened: all of its photos replace what was shown. */
  readonly opened?: { readonly project: Project; readonly photos: readonly Photo[]; readonly writable: boolean }
  readonly photos?: readonly Photo[]
  readonly removed?: readonly string[]
  readonly batch?: Batch
  readonly parts?: readonly PartState[]
  readonly engine?: EngineState
  /** The seller's own networks, by title. Present in the first news and whenever one came or went. */
  readonly networks?: readonly OwnNetwork[]
  /** Something the user should read once: storage full, a worker restarted, storage not available, … */
  readonly notice?: Fault
}

export interface Batch {
  readonly project: string
  /** Photos of this project by state. */
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly running: boolean
  readonly paused: boolean
  readonly secondsLeft: number | null
}

export interface PartState {
  readonly id: string
  readonly title: string
  /** What it is for, in a few words. */
  readonly purpose: string
  readonly bytes: number
  readonly loaded: number
  readonly at: 'absent' | 'loading' | 'here' | 'refused'
  readonly fault?: Fault
}

export interface EngineState {
  readonly choice: EngineChoice
  /** Null until a model has run. */
  readonly using: 'webgpu' | 'wasm' | null
  readonly threads: number
  /** One sentence: why this engine. */
  readonly why: string
}
