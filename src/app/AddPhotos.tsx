import { FolderOpen, Images, Sparkles } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { FileField, takenFrom } from '../ui/FileField'
import { ACCEPT } from './intake'
import type { Intake } from './useIntake'

interface AddPhotosProps {
  readonly intake: Intake
  /** The whole drop area, or a strip above photos that are there already. */
  readonly size: 'area' | 'strip'
  /** Choices about the photos to come. */
  readonly children?: ReactNode
}

/** The drop area. The window takes drops anywhere (`WindowDrop`); this says so, and has the choosers. */
export function AddPhotos({ intake, size, children }: AddPhotosProps) {
  const files = useRef<HTMLInputElement>(null)
  // Made when asked for, so that the area holds one file field and not two that look alike to assistive technology.
  const chooseFolder = () => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = true
    input.onchange = () => void intake.folder(takenFrom(input))
    input.click()
  }
  const strip = size === 'strip'
  return (
    <section aria-label="Add photos" className={`add add--${size}`}>
      <FileField ref={files} label="Choose photos" accept={ACCEPT} multiple onFiles={(chosen) => void intake.files(chosen)} />
      {strip ? null : (
        <div className="add__words">
          <Images size={34} strokeWidth={1.2} aria-hidden />
          <p className="heading">Drop photos or a folder here</p>
          <p className="hint">or paste them. JPEG, PNG, HEIC, WebP, AVIF, TIFF, GIF, BMP; up to 1,000 at a time.</p>
        </div>
      )}
      <div className="row add__ways">
        <button
          type="button"
          className={strip ? 'button button--small' : 'button button--primary button--large'}
          onClick={() => files.current?.click()}
        >
          {strip ? <Images size={15} aria-hidden /> : null}
          Choose photos
        </button>
        <button type="button" className={strip ? 'button button--small button--quiet' : 'button button--large'} onClick={chooseFolder}>
          <FolderOpen size={strip ? 15 : 17} aria-hidden />
          Choose folder
        </button>
        {strip ? (
          <span className="hint add__or">or drop and paste them anywhere</span>
        ) : (
          <button type="button" className="button button--large button--quiet" onClick={() => void intake.samples()}>
            <Sparkles size={17} aria-hidden />
            Try the sample photos
          </button>
        )}
      </div>
      {children}
    </section>
  )
}
