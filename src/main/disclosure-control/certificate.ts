// What is certified of a publication: that every need has its witness, under these parameters, after this history. Only its hash leaves.
import { hashOf } from './canonical-json.ts';
import type { Certificate, Fact, Parameters, Protection } from './publication-model.ts';

/** Hash of the rules of a recipient: what the cover of an export names. */
export const hashOfParameters = (parameters: Parameters): string => hashOf(parameters);

/** The order of facts and protections is part of what is hashed. */
export function certify(
  parameters: Parameters,
  facts: readonly Fact[],
  historyHead: string | null,
  protections: readonly Protection[],
): Certificate {
  const content = {
    parametersHash: hashOfParameters(parameters),
    factsHash: hashOf(facts),
    historyHead,
    protections,
  };
  return { ...content, hash: hashOf(content) };
}
