// How much room the register has, and where it lies. Writes nothing but the audit rows that a full disk has left owing.
import { readFolderKind } from '#main/platform/files/folder-kind.ts';
import { freeBytesAt, isSpaceLow } from '#main/platform/files/free-space.ts';
import { bytesUnder } from '#main/platform/vault/kept-registers.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { DiskStatus } from '#shared/contract/recovery.contract.ts';

export interface DiskParts {
  readonly vault: Vault;
  readonly folder: string;
  /** Writes the audit rows that a full disk has left owing. @returns whether there is still no room for them. */
  readonly isStillOwing: () => boolean;
}

export function readDisk({ vault, folder, isStillOwing }: DiskParts): DiskStatus {
  const isReadOnly = vault.state === 'unlocked' && isStillOwing();
  const freeBytes = freeBytesAt(folder);
  return {
    freeBytes,
    isLow: freeBytes !== null && isSpaceLow(freeBytes, bytesUnder(folder)),
    isReadOnly,
    folder: readFolderKind(folder),
  };
}
