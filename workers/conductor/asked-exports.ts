import type { ChannelReport } from '../../src/core/channels'
import { channelOf } from '../../src/core/channels/list'
import type { Client } from '../../src/core/client'
import { exportAll } from '../../src/engine/export'
import { dropOriginals } from '../../src/store/projects'
import { record } from './notary'
import { toFolder, toZip } from './outgoing'
import { delivered, exporting, exportJob } from './running'
import { credentialsDesk, desk, photoOf, tellProjects } from './studio'

/** What the screens may ask about files that leave the studio, and who signs them. */
export const exports = {
  async inspectExport(wish, hear: (report: ChannelReport) => void) {
    const job = await exportJob(wish, () => {})
    const channels = wish.channels.map((channel) => channelOf(channel, wish.custom))
    for await (const { report } of exportAll(
      job.shop,
      job.photos,
      channels,
      { rights: wish.rights, signer: job.signer, certify: false },
      job.signal,
    )) {
      // It goes through a port of its own: without waiting, the end could be heard before the last report.
      await hear(report)
    }
  },

  async exportZip(wish, hear) {
    return await delivered(toZip(await exportJob(wish, hear)))
  },

  async exportFolder(wish, folder, hear) {
    return await delivered(toFolder(await exportJob(wish, hear), folder))
  },

  async deleteOriginals(ids) {
    const { cabinet, batch } = await desk()
    let [count, bytes] = [0, 0]
    const photos = (await Promise.all(ids.map(photoOf))).filter(({ state }) => state.at === 'done')
    for (const project of new Set(photos.map((photo) => photo.project))) {
      const own = photos.filter((photo) => photo.project === project)
      const dropped = await dropOriginals(cabinet, project, own)
      for (const photo of dropped.photos) batch.put(photo)
      await record(
        cabinet,
        own.map((photo) => ({ did: 'delete' as const, body: { project, photo: photo.id, in: photo.file, after: 'export' } })),
      )
      count += own.length
      bytes += dropped.bytes
    }
    await tellProjects(cabinet)
    return { photos: count, bytes }
  },

  async cancelExport() {
    exporting.end()
  },

  async signatures() {
    return await (await credentialsDesk()).signatures((await desk()).cabinet)
  },

  async nameDevice(name) {
    return await (await credentialsDesk()).nameDevice((await desk()).cabinet, name)
  },

  async bringCertificate(certificate, key) {
    return await (await credentialsDesk()).bring((await desk()).cabinet, certificate, key)
  },

  async removeCertificate() {
    return await (await credentialsDesk()).remove((await desk()).cabinet)
  },

  async readCredentials(file) {
    return await (await credentialsDesk()).read((await desk()).cabinet, file)
  },
} satisfies Pick<
  Client,
  | 'inspectExport'
  | 'exportZip'
  | 'exportFolder'
  | 'deleteOriginals'
  | 'cancelExport'
  | 'signatures'
  | 'nameDevice'
  | 'bringCertificate'
  | 'removeCertificate'
  | 'readCredentials'
>
