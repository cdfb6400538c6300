import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  /** The address of the screen; going to another one forgets the failure. */
  readonly place: string
  readonly children: ReactNode
}

/** Catches what a screen throws and says what to do. */
export class Boundary extends Component<BoundaryProps, { readonly thrown: unknown }> {
  override state = { thrown: null as unknown }

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown }
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.place !== this.props.place && this.state.thrown !== null) this.setState({ thrown: null })
  }

  override render() {
    if (this.state.thrown === null) return this.props.children
    const message = this.state.thrown instanceof Error ? this.state.thrown.message : String(this.state.thrown)
    return (
      <div className="empty-state broken" role="alert">
        <h1 className="title">This screen stopped working</h1>
        <p>
          Your photos and cutouts are stored on this device and are not affected. Load the page again to go on; if it happens again, open
          the project without this photo.
        </p>
        <div className="row">
          <button type="button" className="button button--primary" onClick={() => location.reload()}>
            Load again
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              location.hash = '#/new'
            }}
          >
            Start a new project
          </button>
        </div>
        <details className="disclosure">
          <summary>What went wrong</summary>
          <p className="code">{message}</p>
        </details>
      </div>
    )
  }
}
