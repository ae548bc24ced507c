// THE border between renderer and main, in one value. Everything that crosses it is named here and nowhere else.
import { auditContract } from './audit.contract.ts';
import { backupsContract } from './backups.contract.ts';
import { boardContract } from './board.contract.ts';
import { closingsContract } from './closings.contract.ts';
import { codesContract } from './codes.contract.ts';
import { consultationsContract } from './consultations.contract.ts';
import { disclosureContract } from './disclosure.contract.ts';
import { draftsContract } from './drafts.contract.ts';
import { filesContract } from './files.contract.ts';
import { handoutsContract } from './handouts.contract.ts';
import { lossContract } from './loss.contract.ts';
import { meetingsContract } from './meetings.contract.ts';
import type { HandlersOf, OperationAt, OperationKind, OperationNameOf } from './operation.ts';
import { peopleContract } from './people.contract.ts';
import { publicationsContract } from './publications.contract.ts';
import { recoveryContract } from './recovery.contract.ts';
import { retentionContract } from './retention.contract.ts';
import { settingsContract } from './settings.contract.ts';
import { supportersContract } from './supporters.contract.ts';
import { transferContract } from './transfer.contract.ts';
import { vaultContract } from './vault.contract.ts';
import { visitsContract } from './visits.contract.ts';
import { wardContract } from './ward.contract.ts';

export const contract = {
  vault: vaultContract,
  settings: settingsContract,
  codes: codesContract,
  supporters: supportersContract,
  people: peopleContract,
  visits: visitsContract,
  consultations: consultationsContract,
  drafts: draftsContract,
  board: boardContract,
  closings: closingsContract,
  meetings: meetingsContract,
  publications: publicationsContract,
  transfer: transferContract,
  files: filesContract,
  audit: auditContract,
  handouts: handoutsContract,
  backups: backupsContract,
  recovery: recoveryContract,
  loss: lossContract,
  retention: retentionContract,
  disclosure: disclosureContract,
  ward: wardContract,
} as const;

export type RegisterContract = typeof contract;
export type FeatureName = keyof RegisterContract;
export type OperationName = OperationNameOf<RegisterContract>;
export type OperationOf<Name extends OperationName> = OperationAt<RegisterContract, Name>;

/** Every handler of every feature; a missing one does not compile. */
export type AllHandlers<Context extends Record<OperationKind, unknown>> = {
  readonly [F in FeatureName]: HandlersOf<RegisterContract[F], Context>;
};
