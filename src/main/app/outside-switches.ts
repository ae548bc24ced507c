// Switches on the command line through which another program could read or steer a packaged app. Knows no Electron.

/** Debugging of page or main, code of somebody else's inside our processes, the page's borders off, requests led elsewhere or written down. */
export const OUTSIDE_SWITCHES: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'js-flags',
  'load-extension',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'disable-web-security',
  'allow-file-access-from-files',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'log-net-log',
  'enable-crash-reporter',
];

export const isSteeredFromOutside = (hasSwitch: (name: string) => boolean): boolean =>
  OUTSIDE_SWITCHES.some((name) => hasSwitch(name));
