// Keeps the paths that the user chose and hands out tokens for them. A path never crosses to the renderer, nor back.
import { randomUUID } from 'node:crypto';
import { type FileToken, fileTokenSchema } from '#shared/model/ids.ts';
import { Refusal } from '../refusal.ts';

export interface PathTokens {
  issue(path: string): FileToken;
  /** @throws Refusal `file_token_expired` for a token that was never issued or was forgotten on lock. */
  resolve(token: FileToken): string;
  forgetAll(): void;
}

export function createPathTokens(): PathTokens {
  const paths = new Map<string, string>();
  return {
    issue(path) {
      const token = fileTokenSchema.parse(randomUUID());
      paths.set(token, path);
      return token;
    },
    resolve(token) {
      const path = paths.get(token);
      if (path === undefined) {
        throw new Refusal('file_token_expired');
      }
      return path;
    },
    forgetAll: () => paths.clear(),
  };
}
