// The rules of the 担い手: they are never deleted, because visits name them; who has left is set inactive.

import type { z } from 'zod';
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { Supporter, supporterInputSchema } from '#shared/contract/supporters.contract.ts';
import { type SupporterId, supporterIdSchema } from '#shared/model/ids.ts';
import { assertCodes } from '../codes/codes.service.ts';
import {
  countAssigned,
  findSupporter,
  findSupporterByName,
  insertSupporter,
  listSupporters,
  updateSupporter,
} from './supporters.queries.ts';

type SupporterInput = z.output<typeof supporterInputSchema>;

export function readSupporters(reader: Reader): Supporter[] {
  const assigned = countAssigned(reader);
  return listSupporters(reader).map((row) => ({
    ...row,
    id: supporterIdSchema.parse(row.id),
    kind: row.kind === 'commissioner' ? 'commissioner' : 'volunteer',
    assigned: assigned.get(row.id) ?? 0,
  }));
}

function assertDistrict(reader: Reader, { district }: SupporterInput): void {
  assertCodes(reader, [{ field: 'district', list: 'district', code: district }]);
}

/** @throws Refusal `unknown_code`. */
export function registerSupporter({ writer, now, newId }: CommandContext, supporter: SupporterInput): SupporterId {
  assertDistrict(writer, supporter);
  const id = supporterIdSchema.parse(newId());
  insertSupporter(writer, { ...supporter, id, createdAt: now });
  return id;
}

/** @throws Refusal `unknown_code`, `not_found`. */
export function reviseSupporter({ writer }: CommandContext, id: SupporterId, supporter: SupporterInput): void {
  if (!findSupporter(writer, id)) {
    throw new Refusal('not_found');
  }
  assertDistrict(writer, supporter);
  updateSupporter(writer, id, supporter);
}

/** The supporter of that kind and exact name, made when there is none. For the import, where a ledger only has names. */
export function ensureSupporter(context: CommandContext, kind: Supporter['kind'], name: string): SupporterId {
  const existing = findSupporterByName(context.writer, kind, name);
  return existing
    ? supporterIdSchema.parse(existing.id)
    : registerSupporter(context, { kind, name, district: null, phone: '', isActive: true });
}

/** @param ids by the input's names for them. @throws Refusal `not_found` naming the fields whose id is nobody's. */
export function assertSupporters(reader: Reader, ids: Readonly<Record<string, SupporterId | null>>): void {
  const unknown = Object.entries(ids).filter(([, id]) => id !== null && !findSupporter(reader, id));
  if (unknown.length > 0) {
    throw new Refusal('not_found', Object.fromEntries(unknown.map(([field]) => [field, 'not_in_list'])));
  }
}
