import { Download, FolderDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Client } from '../../core/client'
import { datedName, today } from '../../core/naming'
import type { Photo, Project } from '../../core/project'
import { Dialog } from '../../ui/Dialog'
import { FaultNote } from '../../ui/FaultNote'
import { formatCount, formatPlural } from '../../ui/format'
import { CertificateChoice } from './CertificateChoice'
import { ChannelChoice } from './ChannelChoice'
import { CredentialsField } from './CredentialsField'
import { CustomFields } from './CustomFields'
import './export.css'
import { NamePattern } from './NamePattern'
import { Originals } from './Originals'
import { exampleOf, formatOf, offers, titleOf, tokens } from './offers'
import { Reports } from './Reports'
import { Result } from './Result'
import { RightsFields } from './RightsFields'
import { RuleSources } from './RuleSources'
import { countRemoved } from './removed'
import { useExport } from './useExport'
import { useInspection } from './useInspection'
import { type Choice, keepChoice, lastChoice, wishOf } from './wish'

export interface ExportPanelProps {
  readonly client: Client
  readonly project: Project
  /** The photos to export; those that are not done stay out, and the panel says so. */
  readonly photos: readonly Photo[]
  readonly onClose: () => void
}

type PickFolder = (options: { mode: 'readwrite'; id: string }) => Promise<FileSystemDirectoryHandle>
const pickFolder = (window as { showDirectoryPicker?: PickFolder }).showDirectoryPicker?.bind(window)

const goesAlong = ({ rights, credentials }: Choice): string =>
  rights
    ? `Nothing goes along but these rights${credentials ? ' and the Content Credentials' : ''}.`
    : `The files carry no metadata${credentials ? ' but their Content Credentials' : ' at all'}.`

/** Where the photos go, in which size and under which name; how each file meets the channel's rules; and out with them. */
export default function ExportPanel({ client, project, photos, onClose }: ExportPanelProps) {
  const [choice, setChoice] = useState<Choice>(() => lastChoice(project.id))
  const put = (change: Partial<Choice>) => {
    const next = { ...choice, ...change }
    keepChoice(project.id, next)
    setChoice(next)
  }
  const done = useMemo(() => photos.filter(({ state }) => state.at === 'done'), [photos])
  const wish = useMemo(() => wishOf(choice, photos), [choice, photos])
  const removed = useMemo(() => countRemoved(done), [done])
  const out = useExport(client)
  const running = out.outcome.at === 'running'
  const inspection = useInspection(client, wish, running, out.exporting)
  const chosen = offers.filter(({ id }) => choice.channels.includes(id))
  const left = photos.filter(({ state }) => state.at !== 'done' && state.at !== 'exported').length

  const toFolder = async () => {
    if (!wish || !pickFolder) return
    // The picker rejects when it is dismissed: nothing to say then.
    const folder = await pickFolder({ mode: 'readwrite', id: 'vitrine-export' }).catch(() => null)
    if (folder) out.folder(wish, folder)
  }
  const files = wish ? wish.photos.length * wish.channels.length : 0
  const blocked = !wish || running

  return (
    <Dialog
      title="Export"
      shape="wide"
      onClose={() => !running && onClose()}
      foot={
        <div className="export-foot">
          <Result outcome={out.outcome} titleOf={titleOf} />
          {out.outcome.at === 'done' && project.originals === 'until-export' ? (
            <Originals client={client} photos={out.outcome.whole} sure={out.outcome.sure} />
          ) : null}
          <div className="spread">
            <span className="hint number">
              {running
                ? 'Cancel before closing this window.'
                : wish
                  ? `${formatPlural(files, 'file')} from ${formatPlural(wish.photos.length, 'photo')}`
                  : done.length === 0
                    ? 'No photo is done yet.'
                    : choice.channels.length === 0
                      ? 'Choose at least one channel.'
                      : 'The custom size cannot be made yet.'}
              {pickFolder ? '' : ' This browser cannot write into a folder; Chrome and Edge can.'}
            </span>
            <div className="row">
              {running ? (
                <button type="button" className="button" onClick={out.cancel}>
                  Cancel
                </button>
              ) : null}
              <button
                type="button"
                className="button"
                disabled={blocked || !pickFolder}
                title={pickFolder ? undefined : 'This browser cannot write into a folder'}
                onClick={() => void toFolder()}
              >
                <FolderDown size={16} aria-hidden /> Save to folder
              </button>
              <button
                type="button"
                className="button button--primary"
                disabled={blocked}
                onClick={() => wish && out.zip(wish, datedName(project.name, today(), 'zip'))}
              >
                <Download size={16} aria-hidden /> Download zip
              </button>
            </div>
          </div>
        </div>
      }
    >
      <div className="export">
        <div className="export-choice">
          {left > 0 ? (
            <p className="banner banner--warn">
              {formatCount(left)} of {formatPlural(photos.length, 'photo')} {left === 1 ? 'is' : 'are'} not done and{' '}
              {left === 1 ? 'stays' : 'stay'} out.
            </p>
          ) : null}
          <ChannelChoice chosen={choice.channels} disabled={running} onChange={(channels) => put({ channels })} />
          {choice.channels.includes('custom') ? (
            <CustomFields custom={choice.custom} brand={project.brand} disabled={running} onChange={(custom) => put({ custom })} />
          ) : null}
          <NamePattern
            pattern={choice.pattern}
            tokens={tokens}
            example={exampleOf(choice, project, done)}
            disabled={running}
            onChange={(pattern) => put({ pattern })}
          />
          <div className="export-metadata">
            <RightsFields
              on={choice.rights}
              wish={choice.say}
              disabled={running}
              onSwitch={(rights) => put({ rights })}
              onChange={(say) => put({ say })}
            >
              <CredentialsField
                client={client}
                by={choice.credentials}
                mining={choice.rights ? choice.say.mining : null}
                layered={chosen.some(({ id }) => formatOf(id, choice.custom) === 'psd')}
                disabled={running}
                onChange={(credentials) => put({ credentials })}
              />
            </RightsFields>
            <p className="hint">
              {removed.photos > 0
                ? `${choice.rights ? 'Found in' : 'Removed from'} ${formatPlural(removed.photos, 'photo')} here: ${removed.what}.`
                : 'Nothing was found in these photos that would tell where, when or by whom they were taken.'}{' '}
              {goesAlong(choice)}
            </p>
          </div>
          <CertificateChoice on={choice.certificates} disabled={running} onSwitch={(certificates) => put({ certificates })} />
        </div>
        <div className="export-check">
          {wish ? (
            <>
              <FaultNote fault={running ? null : inspection.fault} />
              <Reports photos={done} channels={chosen} custom={choice.custom} inspection={inspection} />
              <RuleSources channels={choice.channels} custom={choice.custom} />
            </>
          ) : (
            <div className="empty-state">
              <p>
                {done.length === 0
                  ? 'Photos appear here when their cutouts are done.'
                  : 'Choose a channel: each file is then made, opened again and measured against its rules.'}
              </p>
            </div>
          )}
        </div>
      </div>
    </Dialog>
  )
}
