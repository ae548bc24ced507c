// Tells Chromium that there is no network, below what a page's policy and the cancelled requests reach: names, WebRTC, its own errands.
import type { CommandLine } from 'electron';

/** Over UDP only through a proxy; there is none that could be found. Chromium knows the switch by its newer name, older ones by the other. */
const WEBRTC = 'disable_non_proxied_udp';

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['webrtc-ip-handling-policy', WEBRTC],
  ['force-webrtc-ip-handling-policy', WEBRTC],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
];

/** Not during development, when the page comes from a server on this machine. */
const BUILT_ONLY: typeof SWITCHES = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // Whatever is left must go through a proxy whose name nobody finds: WebRTC over TCP, which the policy above allows.
  ['proxy-server', 'http://nowhere.invalid:1'],
  ['proxy-bypass-list', '<-loopback>'],
];

/**
 * A policy for pages does not know WebRTC, which sends to any address that a page names and announces itself in the local network; nor
 * the look-up of a name (`dns-prefetch`). Must be called before the system is ready.
 */
export function forbidNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>, isDevelopment: boolean): void {
  for (const [name, value = ''] of isDevelopment ? SWITCHES : [...SWITCHES, ...BUILT_ONLY]) {
    if (value === '') commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}
