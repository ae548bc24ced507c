// The name of a register in its packages, which go to anybody: the same as long as it lives. Never the id that its files and backups bear.
import { createHash } from 'node:crypto';
import { type PackageRegister, packageRegisterSchema } from '#shared/contract/package-labels.ts';

const LABEL = 'mimamori/package-register/1';

/** @param registerId 122 random bits: nobody finds it by trying. Whoever has it, on a stick with a backup, can tell which packages are of that register. */
export const packageRegisterOf = (registerId: string): PackageRegister =>
  packageRegisterSchema.parse(
    createHash('sha256').update(`${LABEL}\n${registerId}`, 'utf8').digest('hex').slice(0, 32),
  );
