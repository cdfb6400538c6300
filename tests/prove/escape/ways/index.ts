import type { Escape } from '../escape'
import { hints } from './hints'
import { markup } from './markup'
import { navigation } from './navigation'
import { other } from './other'
import { requests } from './requests'
import { service } from './service'
import { sockets } from './sockets'
import { styles } from './styles'
import { workers } from './workers'

/** Every way out of a page that was found (126 of them measured under eleven policies before the app was written, and some since). */
export const escapes: readonly Escape[] = [
  ...requests,
  ...sockets,
  ...markup,
  ...styles,
  ...hints,
  ...navigation,
  ...workers,
  ...service,
  ...other,
]
