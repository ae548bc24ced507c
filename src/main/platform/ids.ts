// Makes identifiers. Handed to whoever needs them, so that a test can foresee them.
import { randomUUID } from 'node:crypto';

export type NewId = () => string;

export const randomId: NewId = () => randomUUID();
