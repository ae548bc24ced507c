// The sample app's bridge. CommonJS, as a sandboxed preload must be.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('sample', {
  call: (channel, value) => ipcRenderer.invoke(channel, value),
  on: (channel, listener) => {
    ipcRenderer.on(channel, (_event, value) => listener(value));
  },
  facts: { list: [1, 2, 3] },
});
