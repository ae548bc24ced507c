// The scenes of the guided tour, in their order. Each does what a coordinator does, by the words on the screen.

import { addUpTheWard } from './scenes/add-up-the-ward.ts';
import { exportTheYear } from './scenes/export-the-year.ts';
import { importALedger } from './scenes/import-a-ledger.ts';
import { lockInTheMiddle } from './scenes/lock-in-the-middle.ts';
import { lookAround } from './scenes/look-around.ts';
import { lookAtSummaries } from './scenes/look-at-summaries.ts';
import { makeTheKeys } from './scenes/make-the-keys.ts';
import { openTheRegister } from './scenes/open-the-register.ts';
import { prepareAMeeting } from './scenes/prepare-a-meeting.ts';
import { recoverARegister } from './scenes/recover-a-register.ts';
import { writeTheDay } from './scenes/write-the-day.ts';
import type { Stage } from './stage.ts';

export interface Scene {
  readonly title: string;
  readonly play: (stage: Stage) => Promise<void>;
}

export const SCENES: readonly Scene[] = [
  { title: 'The register is opened with its passphrase', play: openTheRegister },
  { title: 'Job 1: visits and a consultation are written down', play: writeTheDay },
  { title: 'Job 2: the next 連絡会 is prepared', play: prepareAMeeting },
  { title: 'Job 3: the last twelve months are exported', play: exportTheYear },
  { title: 'The screens of the summaries', play: lookAtSummaries },
  { title: 'The job of the 社協: the packages of three 地域 become the tables of the ward', play: addUpTheWard },
  { title: 'A ledger from Excel is imported', play: importALedger },
  { title: 'The machine falls asleep in the middle of writing', play: lockInTheMiddle },
  { title: 'The keys: a recovery code on paper, a coordinator joins and leaves', play: makeTheKeys },
  { title: 'The other screens', play: lookAround },
  { title: 'A register that is damaged, gone or newer', play: recoverARegister },
];
