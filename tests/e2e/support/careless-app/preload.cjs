// Gives the page what it must never have.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('ipcRenderer', {
  invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
});
