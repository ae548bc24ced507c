// A refusal that the user is told about. Services throw it; the router turns it into a value. Carries no personal data.
import type { ErrorCode, FieldProblem } from '#shared/contract/errors.ts';

export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, FieldProblem>> | undefined;

  constructor(code: ErrorCode, fields?: Readonly<Record<string, FieldProblem>>) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}
