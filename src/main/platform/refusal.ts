// A refusal that the user is told about. Services throw it; the router turns it into a value. Carries no personal data.
import type { ErrorCode, FieldProblem } from '#shared/contract/errors.ts';

export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, FieldProblem>> | undefined;
  /** For `disk_full`: how much room the work would have needed. */
  readonly neededBytes: number | undefined;

  constructor(code: ErrorCode, fields?: Readonly<Record<string, FieldProblem>>, neededBytes?: number) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
    this.neededBytes = neededBytes;
  }
}
