// How much room the register has, and where it lies. Writes nothing but the audit rows that a full disk has left owing.
import type { OwedRows } from '#main/platform/audit/owed-rows.ts';
import { readFolderKind } from '#main/platform/files/folder-kind.ts';
import { freeBytesAt, isSpaceLow } from '#main/platform/files/free-space.ts';
import { bytesUnder } from '#main/platform/vault/kept-registers.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { DiskStatus } from '#shared/contract/recovery.contract.ts';

export interface DiskParts {
  readonly vault: Vault;
  readonly folder: string;
  readonly owed: OwedRows;
}

export function readDisk({ vault, folder, owed }: DiskParts): DiskStatus {
  const isReadOnly = vault.state === 'unlocked' && owed.tryToPay(vault.session);
  const freeBytes = freeBytesAt(folder);
  return {
    freeBytes,
    isLow: freeBytes !== null && isSpaceLow(freeBytes, bytesUnder(folder)),
    isReadOnly,
    folder: readFolderKind(folder),
  };
}
