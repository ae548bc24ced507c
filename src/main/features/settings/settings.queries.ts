// Data access of the settings: one JSON value a key.
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { settings } from '#main/platform/database/schema/registry.ts';

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A value that is no JSON is `undefined`. */
export function listSettings(reader: Reader): Record<string, unknown> {
  const rows = reader.select().from(settings).all();
  return Object.fromEntries(rows.map(({ key, value }) => [key, parsed(value)]));
}

export function putSetting(writer: Writer, key: string, value: unknown): void {
  const json = JSON.stringify(value);
  writer
    .insert(settings)
    .values({ key, value: json })
    .onConflictDoUpdate({ target: settings.key, set: { value: json } })
    .run();
}
