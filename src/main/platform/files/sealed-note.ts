// Keeps a short text in a small file that only an open register can read or write: AES-256-GCM. Knows nothing of what the text says.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { writeFileAtomically } from './atomic-write.ts';
import { isDiskFull } from './disk-full.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const noteSchema = z.strictObject({ format: z.literal(1), nonce: z.base64(), sealed: z.base64() });

/** `mark`: tells one unreadable content from another. */
export type SealedNote =
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable'; readonly mark: string }
  | { readonly state: 'read'; readonly text: string };

/** The name is vouched for, so that no note passes for another one. @throws whatever is wrong with it. */
function unsealed(path: string, key: Uint8Array, content: Buffer): string {
  const note = noteSchema.parse(JSON.parse(content.toString('utf8')));
  const sealed = Buffer.from(note.sealed, 'base64');
  const end = sealed.byteLength - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(note.nonce, 'base64'), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(basename(path), 'utf8'));
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]).toString('utf8');
}

const markOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A file that is there and cannot be read, opened or believed is `unreadable`, and never `absent`. */
export function readSealedNote(path: string, key: Uint8Array): SealedNote {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code === 'ENOENT' ? { state: 'absent' } : { state: 'unreadable', mark: markOf(Buffer.from(code)) };
  }
  try {
    return { state: 'read', text: unsealed(path, key, content) };
  } catch {
    return { state: 'unreadable', mark: markOf(content) };
  }
}

/** On the disk when it returns. @throws Refusal `disk_full` or `file_not_written`; the file is then as it was. */
export function writeSealedNote(path: string, key: Uint8Array, text: string): void {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(basename(path), 'utf8'));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const note = { format: 1, nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
  try {
    writeFileAtomically(path, `${JSON.stringify(note)}\n`);
  } catch (error) {
    throw new Refusal(isDiskFull(error) ? 'disk_full' : 'file_not_written');
  }
}
