import { ArrowLeft, ChevronLeft, ChevronRight, Keyboard, Redo2, Undo2 } from 'lucide-react'
import type { Photo } from '../core/project'
import { neighbours } from './editor-keys'
import { formatCount } from './format'
import type { DocEditor } from './useDoc'

const STUDIOS = [
  { id: 'cutout', title: 'Cutout', at: '' },
  { id: 'photography', title: 'Photography', at: '/photography' },
] as const

interface EditorHeadProps {
  readonly studio: (typeof STUDIOS)[number]['id']
  readonly photo: Photo
  readonly photos: readonly Photo[]
  readonly editor: Pick<DocEditor, 'undo' | 'redo' | 'canUndo' | 'canRedo'>
  readonly go: (photo: string | null) => void
  readonly onKeys: () => void
}

/** Above the stage: back, the photo's name, the studios that it can be in, its neighbours, undo and redo. */
export function EditorHead({ studio, photo, photos, editor, go, onKeys }: EditorHeadProps) {
  const { index, previous, next } = neighbours(photo, photos)
  return (
    <header className="editor-head">
      <button type="button" className="button button--quiet" onClick={() => go(null)} title="All photos (Esc)">
        <ArrowLeft size={17} aria-hidden /> <span className="editor-wide">All photos</span>
        <span className="visually-hidden editor-narrow">All photos</span>
      </button>
      <h1 className="editor-name clip" title={photo.name}>
        {photo.name}
      </h1>
      <nav className="segmented editor-studios" aria-label="Studios">
        {STUDIOS.map(({ id, title, at }) => (
          <a key={id} href={`#/project/${photo.project}/photo/${photo.id}${at}`} aria-current={id === studio ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <nav className="editor-tools" aria-label="Photos">
        <button
          type="button"
          className="icon-button"
          aria-label="Previous photo"
          title="Previous photo ([)"
          disabled={!previous}
          onClick={() => previous && go(previous.id)}
        >
          <ChevronLeft size={18} aria-hidden />
        </button>
        <span className="hint number editor-wide">
          {formatCount(index + 1)} of {formatCount(photos.length)}
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label="Next photo"
          title="Next photo (])"
          disabled={!next}
          onClick={() => next && go(next.id)}
        >
          <ChevronRight size={18} aria-hidden />
        </button>
      </nav>
      <div className="editor-tools">
        <button
          type="button"
          className="icon-button"
          aria-label="Undo"
          title="Undo (Ctrl Z)"
          disabled={!editor.canUndo}
          onClick={editor.undo}
        >
          <Undo2 size={17} aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Redo"
          title="Redo (Ctrl Y)"
          disabled={!editor.canRedo}
          onClick={editor.redo}
        >
          <Redo2 size={17} aria-hidden />
        </button>
        <button type="button" className="icon-button editor-wide" aria-label="Keys" title="Keys (?)" onClick={onKeys}>
          <Keyboard size={17} aria-hidden />
        </button>
      </div>
    </header>
  )
}
