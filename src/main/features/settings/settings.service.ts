// The settings of a register, with the values it starts with. A setting that cannot be read counts as unset.
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { type Settings, settingsSchema } from '#shared/contract/settings.contract.ts';
import { RETENTION_YEARS } from '#shared/model/retention.ts';
import { assertCodes } from '../codes/codes.service.ts';
import { listSettings, putSetting } from './settings.queries.ts';

const STANDARD_SETTINGS: Settings = {
  registerName: '西区 見守り台帳',
  districts: [],
  autoLockMinutes: 10,
  retentionYears: RETENTION_YEARS.standard,
  textSize: 'standard',
  dateStyle: 'era',
  visibleColumns: [],
};

export function readSettings(reader: Reader): Settings {
  const readable = Object.entries(listSettings(reader)).filter(
    ([key, value]) => value !== undefined && settingsSchema.partial().safeParse({ [key]: value }).success,
  );
  return settingsSchema.parse({ ...STANDARD_SETTINGS, ...Object.fromEntries(readable) });
}

/** Changes what is named and leaves the rest. @throws Refusal `unknown_code` for a 地域 that no list holds. */
export function reviseSettings(writer: Writer, changes: Partial<Settings>): Settings {
  assertCodes(
    writer,
    (changes.districts ?? []).map((code) => ({ field: 'districts', list: 'district', code })),
  );
  for (const [key, value] of Object.entries(changes)) {
    if (value !== undefined) {
      putSetting(writer, key, value);
    }
  }
  return readSettings(writer);
}
