// The browser's own dialog for saving cannot be worked from a test: without it the downloads are used.
Reflect.deleteProperty(globalThis, 'showSaveFilePicker')
