import './trusted-types'
import '../ui/style.css'
import './app.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { connect } from './client'
import { watchRefusals } from './refusals'
import { startService } from './service'
import { follow } from './store'
import { attempt } from './toasts'
import { Unsealed } from './Unsealed'
import { lacking, Unsupported } from './Unsupported'

const root = createRoot(document.getElementById('root') ?? document.body)
const missing = lacking()

if (missing.length > 0) root.render(<Unsupported missing={missing} />)
else {
  const standing = await startService()
  if (standing === 'unsealed') root.render(<Unsealed />)
  if (standing === 'ready') {
    const client = connect()
    void attempt(follow(client))
    watchRefusals(client)
    root.render(<App client={client} />)
  }
}
