/** A screen whose contents are on their way. */
export function Loading() {
  return (
    <div className="empty-state" role="status">
      <span className="spinner" />
      <span className="visually-hidden">Loading</span>
    </div>
  )
}
