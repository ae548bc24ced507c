// The trial of files that come from outside: ledgers and backups, damaged or forged.

import { restoreCarelessly, restoreMutatedBackups } from './mutated-backups.ts';
import { breakImport, importMutatedLedgers } from './mutated-ledgers.ts';
import { control, figure, type Trial, zero } from './report.ts';

export const hostileFiles: Trial = {
  name: 'hostile-files',
  title: 'wrong or hostile files: mutated CSVs imported, mutated backups gone back to',
  async rows(scale) {
    const ledgers = await importMutatedLedgers(scale === 'long' ? 10_000 : 500);
    const brokenImport = await importMutatedLedgers(10, breakImport);
    const backups = await restoreMutatedBackups(scale === 'long' ? 10_000 : 300);
    const careless = await restoreMutatedBackups(20, restoreCarelessly);
    return [
      figure('mutated CSVs', ledgers.ledgers),
      figure('mutated CSVs entered whole', ledgers.enteredWhole),
      figure('mutated CSVs refused whole', ledgers.refusedWhole),
      zero('mutated CSVs, crashes', ledgers.crashes),
      zero('mutated CSVs, partial imports', ledgers.partial),
      control('crashes of an import that breaks off', brokenImport.crashes),
      control('partial imports without transactions', brokenImport.partial),
      figure('mutated backups', backups.backups),
      figure('mutated backups refused', backups.refused),
      zero('mutated backups, crashes', backups.crashes),
      zero('mutated backups, partial restores', backups.partial),
      zero('mutated backups accepted', backups.backups - backups.refused - backups.crashes),
      control('crashes of a careless restore', careless.crashes),
      control('partial restores of a careless restore', careless.partial),
    ];
  },
};
