// How much is in a register or a backup, in one line.
import type { RegisterCounts } from '#shared/contract/backups.contract.ts';

export const countWords = ({ people, visits, consultations }: RegisterCounts): string =>
  `${people}人・見守り${visits}件・相談${consultations}件`;
