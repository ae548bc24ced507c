// Makes identifiers. Handed to whoever needs them, so that a test can foresee them.
import { randomBytes, randomUUID } from 'node:crypto';

export type NewId = () => string;

export const randomId: NewId = () => randomUUID();

/** 32 bytes as hexadecimal digits: what decides, besides the figures, which of them are hidden. Never foreseen, never exported. */
export const randomSeed = (): string => randomBytes(32).toString('hex');
