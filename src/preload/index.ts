// Gives the page its one door to main. Holds no logic, and never exposes `ipcRenderer` itself.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { BRIDGE_NAME, CALL_CHANNEL, EVENT_CHANNEL, type RegisterBridge } from '../shared/contract/bridge.ts';
import type { RegisterEvent } from '../shared/contract/events.ts';

const bridge: RegisterBridge = {
  call: (operation, input) => ipcRenderer.invoke(CALL_CHANNEL, operation, input),
  onEvent: (listener) => {
    const forward = (_event: IpcRendererEvent, event: RegisterEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
