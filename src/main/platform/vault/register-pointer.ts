// Remembers, apart from the register's own folder, that there is one: so that a folder that vanished is never taken for a new machine.
// Holds a place, an id and an instant; nothing of anybody.
import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomically } from '../files/atomic-write.ts';
import type { Log } from '../log.ts';

export const POINTER_NAME = 'register-location.json';

const pointerSchema = z.strictObject({
  format: z.literal(1),
  folder: z.string(),
  registerId: z.uuid(),
  openedAt: z.iso.datetime(),
});

export type PointedRegister = z.output<typeof pointerSchema>;

export interface RegisterPointer {
  /** The register that was last opened; `null` before the first, and when the file cannot be read. */
  read(): PointedRegister | null;
  /** An open register is here. A failure is logged: it must not keep anybody from their register. */
  remember(register: Omit<PointedRegister, 'format'>): void;
  /** Somebody decided, twice, to begin anew. */
  forget(): void;
}

export function createRegisterPointer(path: string, log: Log): RegisterPointer {
  return {
    read() {
      try {
        return pointerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        return null;
      }
    },
    remember(register) {
      try {
        writeFileAtomically(path, `${JSON.stringify({ format: 1, ...register })}\n`);
      } catch (error) {
        log.incident('register-location', error);
      }
    },
    forget: () => rmSync(path, { force: true }),
  };
}
