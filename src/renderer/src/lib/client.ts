// The renderer's only door to main: calls an operation by name, typed by the contract. A refusal becomes an OperationError, never silence.

import type { RegisterBridge } from '#shared/contract/bridge.ts';
import type { Envelope, Failure } from '#shared/contract/errors.ts';
import type { OperationName, OperationOf } from '#shared/contract/index.ts';
import type { InputOf, OutputOf } from '#shared/contract/operation.ts';

declare global {
  interface Window {
    readonly register: RegisterBridge;
  }
}

export type Input<Name extends OperationName> = InputOf<OperationOf<Name>>;
export type Output<Name extends OperationName> = OutputOf<OperationOf<Name>>;

/** An operation was refused. Worded by `messages.ts`. */
export class OperationError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'OperationError';
    this.failure = failure;
  }
}

/** @throws OperationError */
export async function call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const envelope = (await window.register.call(name, input)) as Envelope<Output<Name>>;
  if (!envelope.ok) {
    throw new OperationError(envelope.error);
  }
  return envelope.value;
}

export const onRegisterEvent: RegisterBridge['onEvent'] = (listener) => window.register.onEvent(listener);
